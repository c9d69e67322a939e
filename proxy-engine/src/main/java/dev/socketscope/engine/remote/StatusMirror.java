package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.wire.CountersJson;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.FaultStatusJson;
import dev.socketscope.engine.wire.HmrJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import java.util.List;

/** Levels as the link has told them last. Immutable. */
record StatusMirror(Counters counters, List<ServiceLevel> levels, List<FaultStatus> faults, List<HmrStatus> hmr) {
    /** The shape of a stream's message of type {@code status}. */
    record Message(CountersJson counters, List<ServiceLevelJson> serviceLevels, List<FaultStatusJson> faults,
            List<HmrJson> hmr) {
        StatusMirror toMirror() {
            return new StatusMirror(counters.toApi(), serviceLevels.stream().map(ServiceLevelJson::toApi).toList(),
                    faults.stream().map(FaultStatusJson::toApi).toList(), hmr.stream().map(HmrJson::toApi).toList());
        }
    }

    static StatusMirror of(EngineJson engine) {
        return new StatusMirror(engine.counters().toApi(),
                engine.serviceLevels().stream().map(ServiceLevelJson::toApi).toList(), List.of(), List.of());
    }
}
