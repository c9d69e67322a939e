package dev.socketscope.engine.remote;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.control.ControlRig;
import java.time.Duration;

/** The same engine through its control port. */
class RemoteEngineContractTest extends EngineContract {
    @Override
    Engine reach(ControlRig target) throws Exception {
        RemoteEngine engine = RemoteEngine.connect(target.uri(), ControlRig.TOKEN);
        await().atMost(Duration.ofSeconds(10)).until(() -> engine.link().state() == LinkStatus.State.STREAMING);
        return engine;
    }
}
