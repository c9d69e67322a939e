package dev.socketscope.engine.remote;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.control.ControlRig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The same engine through a proxy that refuses WebSockets. */
class PolledEngineContractTest extends EngineContract {
    private @Nullable NoWebSockets proxy;

    @Override
    Engine reach(ControlRig target) throws Exception {
        NoWebSockets between = new NoWebSockets(target.uri());
        proxy = between;
        RemoteEngine engine = RemoteEngine.connect(between.uri(), ControlRig.TOKEN);
        await().atMost(Duration.ofSeconds(10)).until(() -> engine.link().state() == LinkStatus.State.POLLING);
        return engine;
    }

    @AfterEach
    void closeProxy() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
