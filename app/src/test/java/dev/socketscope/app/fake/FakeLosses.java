package dev.socketscope.app.fake;

import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import java.time.Duration;
import java.time.Instant;

/** What happened to the connections of the cast before the window opened. */
final class FakeLosses {
    private FakeLosses() {}

    static void tell(FakeEngine engine) {
        Instant now = Instant.now();
        upstreamThatComesBack(engine, now);
        upstreamThatStaysAway(engine, now);
        engine.tell(seq -> new Event.ClientLost(seq, now.minusSeconds(42), "ws_7e02", Manner.FIN, "",
                now.plusSeconds(22)));
        engine.tell(seq -> new Event.PongMissed(seq, now.minusSeconds(20), "ws_7f3a", Leg.UPSTREAM, 1, 2));
    }

    private static void upstreamThatComesBack(FakeEngine engine, Instant now) {
        Instant lost = now.minusSeconds(130);
        engine.tell(seq -> new Event.UpstreamLost(seq, lost, "ws_8120", Manner.FIN, "the dev server restarted"));
        plan(engine, "ws_8120", lost, 1, 1, 1.2);
        engine.tell(seq -> new Event.UpstreamBack(seq, lost.plusMillis(1_240), "ws_8120", 1, Duration.ofMillis(1_240),
                2));
    }

    private static void upstreamThatStaysAway(FakeEngine engine, Instant now) {
        Instant lost = now.minusSeconds(13);
        engine.tell(seq -> new Event.UpstreamLost(seq, lost, "ws_80c1", Manner.RST, ""));
        plan(engine, "ws_80c1", lost, 1, 3, 3.6);
        fail(engine, lost.plusMillis(4_000), 1);
        plan(engine, "ws_80c1", lost.plusMillis(4_000), 2, 6, 6.9);
        fail(engine, lost.plusMillis(11_500), 2);
        plan(engine, "ws_80c1", lost.plusMillis(11_500), 3, 23, 25.5);
    }

    private static void plan(FakeEngine engine, String id, Instant at, int attempt, double delay, double planned) {
        engine.tell(seq -> new Event.ReconnectPlanned(seq, at, id, attempt, 10, at.plusMillis((long) (planned * 1000)),
                Duration.ofMillis((long) (delay * 1000)), Duration.ofMillis((long) (delay * 300))));
    }

    private static void fail(FakeEngine engine, Instant at, int attempt) {
        engine.tell(seq -> new Event.ReconnectFailed(seq, at, "ws_80c1", attempt, "Connection refused"));
    }
}
