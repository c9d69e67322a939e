package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.wire.BreakpointJson;
import dev.socketscope.engine.wire.CountersJson;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.FaultStatusJson;
import dev.socketscope.engine.wire.HeldJson;
import dev.socketscope.engine.wire.HmrJson;
import dev.socketscope.engine.wire.ReplayJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Levels as the link has told them last. Immutable. */
record StatusMirror(Counters counters, List<ServiceLevel> levels, List<FaultStatus> faults, List<HmrStatus> hmr,
        List<BreakpointStatus> breakpoints, List<HeldMessage> held, List<ReplayStatus> replays) {
    /** The shape of a stream's message of type {@code status}; an older engine does not tell everything. */
    record Message(CountersJson counters, List<ServiceLevelJson> serviceLevels, List<FaultStatusJson> faults,
            List<HmrJson> hmr, @Nullable List<BreakpointJson> breakpoints, @Nullable List<HeldJson> held,
            @Nullable List<ReplayJson> replays) {
        StatusMirror toMirror() {
            return new StatusMirror(counters.toApi(), each(serviceLevels, ServiceLevelJson::toApi),
                    each(faults, FaultStatusJson::toApi), each(hmr, HmrJson::toApi),
                    each(breakpoints, BreakpointJson::toApi), each(held, HeldJson::toApi),
                    each(replays, ReplayJson::toApi));
        }

        private static <J, T> List<T> each(@Nullable List<J> told, Function<J, T> toApi) {
            return told == null ? List.of() : told.stream().map(toApi).toList();
        }
    }

    static StatusMirror of(EngineJson engine) {
        return new StatusMirror(engine.counters().toApi(),
                engine.serviceLevels().stream().map(ServiceLevelJson::toApi).toList(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** With what the engine says about itself; the rest stands until it is told anew. */
    StatusMirror updated(EngineJson engine) {
        StatusMirror now = of(engine);
        return new StatusMirror(now.counters, now.levels, faults, hmr, breakpoints, held, replays);
    }
}
