package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.wire.BreakpointJson;
import dev.socketscope.engine.wire.CountersJson;
import dev.socketscope.engine.wire.FaultStatusJson;
import dev.socketscope.engine.wire.HeldJson;
import dev.socketscope.engine.wire.HmrJson;
import dev.socketscope.engine.wire.ReplayJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counters, service levels, faults, hot reloading, breakpoints with what they hold, and replays, when one of them has changed; and the
 * engine's own facts when it has been given other routes or limits.
 */
final class StatusFeed implements Feed {
    private final Engine engine;
    private final Pace pace;
    private EngineInfo told;
    private StreamMessages.@Nullable Status last;

    StatusFeed(Engine engine, LongSupplier nanos) {
        this.engine = engine;
        this.told = engine.info();
        this.pace = new Pace(Duration.ofMillis(250), nanos);
    }

    @Override
    public void collect(List<Object> out) {
        if (!pace.isDue()) {
            return;
        }
        EngineInfo info = engine.info();
        if (!info.equals(told)) {
            told = info;
            out.add(StreamMessages.engine(engine));
        }
        StreamMessages.Status now = new StreamMessages.Status("status", CountersJson.of(engine.counters()),
                engine.serviceLevels().stream().map(ServiceLevelJson::of).toList(),
                engine.faults().stream().map(FaultStatusJson::of).toList(),
                engine.hmr().stream().map(HmrJson::of).toList(),
                engine.breakpoints().stream().map(BreakpointJson::of).toList(),
                engine.heldMessages().stream().map(HeldJson::of).toList(),
                engine.replays().stream().map(ReplayJson::of).toList());
        if (!now.equals(last)) {
            last = now;
            out.add(now);
        }
    }
}
