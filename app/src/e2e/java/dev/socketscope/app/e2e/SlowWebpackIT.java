package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TransportFault.Distribution;
import dev.socketscope.engine.api.TransportFault.Latency;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** webpack-dev-server ends a client whose round trip passes one second: the engine warns of it, and the close names the latency. */
@Timeout(120)
class SlowWebpackIT {
    @Test
    void aRoundTripOfMoreThanASecondIsWarnedOfAndExplainsTheEnd() throws IOException {
        try (DevServer webpack = DevServer.webpack("slow-webpack");
                EngineUnderTest engine = new EngineUnderTest(webpack.url(), TunnelPolicy.DEFAULT.with(Hold.NOTHING));
                Browser browser = new Browser("slow-webpack")) {
            browser.open(engine.url("/"));
            Connection socket = engine.awaitConnection(c -> c.path().equals("/ws") && c.live());
            engine.awaitMessage(socket.id(), Direction.TO_CLIENT, "ok");
            await().until(() -> engine.awaitConnection(c -> c.id().equals(socket.id()))
                    .survival()
                    .hmr()
                    .equals("webpack"));

            Latency latency = new Latency(Duration.ofMillis(600), Duration.ZERO, Distribution.UNIFORM);
            Reply reply = engine.submit(new Command.ArmFault(Fault.of(latency)));

            assertThat(reply).isInstanceOf(Reply.Armed.class);
            Reply.Armed armed = (Reply.Armed) reply;
            assertThat(armed.warnings()).singleElement()
                    .asString()
                    .startsWith("webpack-dev-server ends a client whose round trip passes one second");
            CloseInfo close = engine.awaitClose(socket.id());
            assertThat(close.by()).isEqualTo(CloseInfo.By.UPSTREAM);
            assertThat(close.manner()).isIn(CloseInfo.Manner.FIN, CloseInfo.Manner.RST);
            assertThat(close.fault()).isEqualTo(armed.id());
        }
    }
}
