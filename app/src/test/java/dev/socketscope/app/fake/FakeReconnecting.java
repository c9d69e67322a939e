package dev.socketscope.app.fake;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A page whose client comes again as webpack-dev-server's does: after 1, 2, 4, 8 … seconds. */
final class FakeReconnecting {
    private static final double[] GAPS = {1.04, 2.05, 4.07, 8.02};

    private FakeReconnecting() {}

    static List<Connection> connections() {
        List<Connection> list = new ArrayList<>();
        Instant at = Instant.now().minusSeconds(118);
        Duration life = Duration.ofSeconds(95);
        for (int i = 0; i <= GAPS.length; i++) {
            Instant end = at.plus(life);
            list.add(FakeTraffic.closed(opened("ws_6d0" + i, at),
                    new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.FIN, 1006, "", null), end));
            life = Duration.ofMillis(300);
            at = i < GAPS.length ? end.plusMillis((long) (GAPS[i] * 1000)) : end;
        }
        return list;
    }

    private static Connection opened(String id, Instant at) {
        return FakeTraffic.openedAt(FakeTraffic.connection(id, "/ws", null, 0, State.OPEN), at);
    }
}
