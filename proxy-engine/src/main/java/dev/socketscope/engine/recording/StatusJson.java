package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.CountersJson;
import dev.socketscope.engine.wire.FaultStatusJson;
import dev.socketscope.engine.wire.HmrJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import java.util.List;

/** Levels that an engine shows at one moment. */
record StatusJson(CountersJson counters, List<ServiceLevelJson> serviceLevels, List<FaultStatusJson> faults,
        List<HmrJson> hmr) {
    static StatusJson of(Engine engine) {
        return new StatusJson(CountersJson.of(engine.counters()),
                engine.serviceLevels().stream().map(ServiceLevelJson::of).toList(),
                engine.faults().stream().map(FaultStatusJson::of).toList(),
                engine.hmr().stream().map(HmrJson::of).toList());
    }
}
