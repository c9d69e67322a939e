package dev.socketscope.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import org.junit.jupiter.api.Test;

class PhaseTest {
    @Test
    void theStateIsAWordWithAColour() {
        assertThat(Phase.of(connection())).isEqualTo(new Phase("Open", "open"));
        assertThat(phase(new CloseInfo(By.UPSTREAM, Manner.RST, 1006, "", null)))
                .isEqualTo(new Phase("Closed 1006", "broken"));
        assertThat(phase(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 1001, "", null)))
                .isEqualTo(new Phase("Closed 1001", "quiet"));
        assertThat(phase(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 1011, "", null)))
                .isEqualTo(new Phase("Closed 1011", "broken"));
    }

    private static Phase phase(CloseInfo close) {
        return Phase.of(FakeTraffic.closed(connection(), close));
    }

    private static Connection connection() {
        return FakeTraffic.connection("ws_1", "/_hmr", "vite-hmr", 722, State.OPEN);
    }
}
