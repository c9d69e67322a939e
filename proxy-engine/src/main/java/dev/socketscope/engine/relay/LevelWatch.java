package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.metrics.Alerts;
import dev.socketscope.engine.metrics.Reading;
import dev.socketscope.engine.metrics.ServiceLevels;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads the counters once a second and tells when a service level goes beyond its alert threshold, or comes back. */
final class LevelWatch {
    private final RelayContext relay;
    private final ServiceLevels levels = new ServiceLevels(System.nanoTime());

    LevelWatch(RelayContext relay) {
        this.relay = relay;
    }

    /** Runs on that event loop until it ends. */
    void start(EventLoop loop) {
        loop.scheduleAtFixedRate(this::observe, 1, 1, TimeUnit.SECONDS);
    }

    private void observe() {
        Reading now = Reading.of(relay.counters(), relay.metrics().snapshot());
        for (Alerts.Change change : levels.observe(System.nanoTime(), now)) {
            relay.events().alert(change);
        }
    }

    /** As last observed; any thread. */
    List<ServiceLevel> levels() {
        return levels.levels();
    }
}
