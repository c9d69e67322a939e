package dev.socketscope.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.ReplayStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTextTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:41:07.204Z");
    private static final CloseInfo RESET = new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.RST, 1006,
            "the upstream reset the connection",
            null);

    private final EventText text = new EventText(ZoneOffset.UTC);
    private final List<Event> oneOfEach = List.of(new Event.EngineStarted(0, AT, "127.0.0.1:9000"),
            new Event.ConnectionRequested(1, AT, "ws_1", "/a?token=secret", "127.0.0.1:1", "*/"),
            new Event.ConnectionOpened(2, AT, "ws_1", 66_000),
            new Event.HandshakeFailed(3, AT, "ws_2", 502, "connection refused"),
            new Event.LegEnded(4, AT, "ws_1", Leg.CLIENT, CloseInfo.Manner.FIN, ""),
            new Event.ConnectionClosed(5, AT, "ws_1", RESET),
            new Event.ProtocolViolation(6, AT, "ws_1", Direction.TO_CLIENT, "RFC 6455 §5.1",
                    "masked frame from a server"),
            new Event.LimitReached(7, AT, null, "limits.maxConnections", "10,000 are open"),
            new Event.RequestFailed(8, AT, "GET", "/x", 504, "no answer in 60 s"),
            new Event.TlsFailed(8, AT, "127.0.0.1:50000", "it left"),
            new Event.Reconfigured(9, AT, 2, "dev.yaml"));

    @Test
    void everyEventHasASentence() {
        assertThat(oneOfEach).extracting(text::details)
                .containsExactly("Listening on 127.0.0.1:9000",
                        "/a?token=•••••• from 127.0.0.1:1 by route */", "Upgraded in 66.0 ms",
                        "Answered 502: connection refused", "The client's side ended: end of stream",
                        "1006: the upstream reset the connection",
                        "RFC 6455 §5.1: masked frame from a server (to-client)",
                        "limits.maxConnections: 10,000 are open",
                        "GET /x answered 504: no answer in 60 s", "TLS handshake with 127.0.0.1:50000 failed: it left",
                        "Routes replaced from dev.yaml; there are 2");
    }

    @Test
    void faultsAreToldWithTypeLabelAndId() {
        Event armed = new Event.FaultArmed(1, AT, "flt_1", FaultType.BLACK_HOLE, "tunnel sleeps");
        Event over = new Event.FaultDisarmed(2, AT, "flt_1", FaultType.BLACK_HOLE, "", Event.DisarmReason.EXPIRED);
        Event byUser = new Event.FaultDisarmed(3, AT, "flt_1", FaultType.DROP, "", Event.DisarmReason.USER);
        Event usedUp = new Event.FaultDisarmed(4, AT, "flt_1", FaultType.DROP, "", Event.DisarmReason.COUNT_USED_UP);
        Event fired = new Event.FaultFired(5, AT, "ws_1", "flt_1", FaultType.DROP, "text of 41 bytes to-client");

        assertThat(List.of(armed, over, byUser, usedUp, fired)).extracting(text::details)
                .containsExactly("black-hole “tunnel sleeps” armed (flt_1)", "black-hole is over (flt_1)",
                        "drop disarmed (flt_1)", "drop has fired as often as it may and is disarmed (flt_1)",
                        "drop: text of 41 bytes to-client (flt_1)");
        assertThat(EventKind.tone(fired)).isEqualTo("held");
        assertThat(EventKind.tone(over)).isEqualTo("quiet");
    }

    @Test
    void whatIsHeldAndReplayedIsToldWithItsIds() {
        Event held = new Event.MessageHeld(1, AT, "ws_1", "held_3", "brk_1", Direction.TO_CLIENT, Opcode.TEXT, 41);
        Event set = new Event.BreakpointSet(2, AT, "brk_1", "orders");
        Event cleared = new Event.BreakpointCleared(3, AT, "brk_1", "", Event.DisarmReason.USER);
        Event begun = new Event.ReplayStarted(4, AT, "ws_1", "rpl_1", 3, 90);
        Event broken = new Event.ReplayFinished(5, AT, "ws_1", "rpl_1", ReplayStatus.State.BROKEN_OFF, 2, 3,
                "the connection has ended");

        assertThat(List.of(held, set, cleared, begun, broken)).extracting(text::details)
                .containsExactly("text of 41 bytes to-client waits at brk_1 (held_3)", "brk_1 set orders",
                        "brk_1 cleared", "3 captured messages are sent again (rpl_1)",
                        "2 of 3 messages were sent again (rpl_1): the connection has ended");
        for (Event.Outcome outcome : Event.Outcome.values()) {
            assertThat(text.details(new Event.MessageReleased(6, AT, "ws_1", "held_3", "brk_1", Direction.TO_CLIENT,
                    outcome, Duration.ofMillis(1_500)))).contains("held_3").contains("1.5 s");
        }
    }

    @Test
    void aLineForTheClipboardHasEverything() {
        assertThat(text.line(oneOfEach.get(5)))
                .isEqualTo("2026-11-01T12:41:07.204Z\tws_1\tClosed\t1006: the upstream reset the connection");
        assertThat(text.time(oneOfEach.get(5))).isEqualTo("12:41:07.204");
    }

    @Test
    void kindAndConnectionNarrowTheListAndTheNewestComesFirst() {
        EventsModel model = new EventsModel(event -> true);
        model.update(new RecentEvents(0, oneOfEach));

        assertThat(model.rows().getFirst().seq()).isEqualTo(9);
        model.connection("ws_1");
        assertThat(model.rows()).extracting(Event::seq).containsExactly(6L, 5L, 4L, 2L, 1L);
        model.kind(EventKind.CLOSED);
        assertThat(model.rows()).extracting(Event::seq).containsExactly(5L);
        model.connection(null);
        model.kind(null);
        assertThat(model.rows()).hasSize(11);
    }

    @Test
    void anAbnormalEndIsColouredAsOne() {
        assertThat(EventKind.tone(oneOfEach.get(5))).isEqualTo("broken");
        assertThat(EventKind.tone(new Event.ConnectionClosed(9, AT, "ws_1",
                new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, 1000, "", null)))).isEqualTo("quiet");
    }
}
