package dev.socketscope.app;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.remote.LinkStatus;
import dev.socketscope.engine.remote.RemoteEngine;
import java.net.URI;
import java.time.Duration;

/** An engine as a window in another process has it: through a real control port. */
final class Attached implements AutoCloseable {
    private final Served served;
    final RemoteEngine engine;

    /** @param engine stays the caller's */
    Attached(Engine engine) {
        served = new Served(engine);
        try {
            this.engine = RemoteEngine.connect(URI.create(served.url()), Served.TOKEN);
        } catch (Exception e) {
            served.close();
            throw new AssertionError(e);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> this.engine.link().state() == LinkStatus.State.STREAMING);
    }

    @Override
    public void close() {
        engine.close();
        served.close();
    }
}
