package dev.socketscope.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.ServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456789Z");
    private static final Duration SPAN = Duration.ofMillis(1_250);

    static final List<Event> EVENTS = List.of(new Event.EngineStarted(0, AT, "127.0.0.1:9000"),
            new Event.ConnectionRequested(1, AT, "ws_1", "/_hmr", "127.0.0.1:5000", "*/"),
            new Event.ConnectionOpened(2, AT, "ws_1", 812), new Event.HandshakeFailed(3, AT, "ws_1", 502, "refused"),
            new Event.LegEnded(4, AT, "ws_1", Leg.UPSTREAM, Manner.RST, "reset"),
            new Event.ConnectionClosed(5, AT, "ws_1",
                    new CloseInfo(CloseInfo.By.FAULT, Manner.CLOSE_FRAME, 1001, "away", "flt_1")),
            new Event.ProtocolViolation(6, AT, "ws_1", Direction.TO_CLIENT, "5.1", "masked"),
            new Event.LimitReached(7, AT, null, "maxPending", "full"),
            new Event.LimitReached(8, AT, "ws_1", "maxFrame", "long"),
            new Event.RequestFailed(9, AT, "GET", "/", 504, "late"),
            new Event.TlsFailed(9, AT, "127.0.0.1:50000", "it left"),
            new Event.UpstreamLost(10, AT, "ws_1", Manner.FIN, "gone"),
            new Event.ReconnectPlanned(11, AT, "ws_1", 2, 10, AT.plusSeconds(2), SPAN, Duration.ofMillis(375)),
            new Event.ReconnectFailed(12, AT, "ws_1", 2, "refused"),
            new Event.UpstreamBack(13, AT, "ws_1", 3, SPAN, 7),
            new Event.ClientLost(14, AT, "ws_1", Manner.FIN, "gone", AT.plusSeconds(60)),
            new Event.ClientBack(15, AT, "ws_1", SPAN, 4),
            new Event.MessagesDropped(16, AT, "ws_1", Direction.TO_CLIENT, 5, "buffer.maxMessages"),
            new Event.PongMissed(17, AT, "ws_1", Leg.CLIENT, 1, 2),
            new Event.IdleWarning(18, AT, "ws_1", SPAN, "100 s at the edge"),
            new Event.GapSettled(19, AT, "ws_1", "vite", Event.Settlement.UPDATES, "2 modules"),
            new Event.AlertRaised(20, AT, ServiceLevel.Kind.PING_PONG, 97.5),
            new Event.AlertCleared(21, AT, ServiceLevel.Kind.PING_PONG, 99),
            new Event.FaultArmed(22, AT, "flt_1", FaultType.BLACK_HOLE, "hole"),
            new Event.FaultDisarmed(23, AT, "flt_1", FaultType.BLACK_HOLE, "", Event.DisarmReason.COUNT_USED_UP),
            new Event.FaultFired(24, AT, "ws_1", "flt_1", FaultType.DROP, "dropped 12 bytes"),
            new Event.BreakpointSet(25, AT, "brk_1", "look"),
            new Event.BreakpointCleared(26, AT, "brk_1", "", Event.DisarmReason.USER),
            new Event.MessageHeld(27, AT, "ws_1", "held_1", "brk_1", Direction.TO_CLIENT, Opcode.TEXT, 12),
            new Event.MessageReleased(28, AT, "ws_1", "held_1", "brk_1", Direction.TO_CLIENT, Event.Outcome.MADE_ROOM,
                    SPAN),
            new Event.ReplayStarted(29, AT, "ws_1", "rpl_1", 3, 40),
            new Event.ReplayFinished(30, AT, "ws_1", "rpl_1", ReplayStatus.State.BROKEN_OFF, 2, 3, "away"),
            new Event.Reconfigured(31, AT, 2, "dev.yaml"));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void comesBackAsItWas(Event event) {
        String json = Json.text(EventPageJson.of(new EventPage(3, List.of(event), event.seq() + 1)));
        EventPageJson page = Json.read(Json.parse(json), EventPageJson.class);
        assertThat(page.known()).containsExactly(event);
        assertThat(page.missed()).isEqualTo(3);
        assertThat(page.next()).isEqualTo(event.seq() + 1);
    }

    @Test
    void everyKindIsAmongThem() {
        assertThat(EVENTS.stream().<Class<?>>map(Event::getClass).distinct())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Event.class.getPermittedSubclasses()).toArray(Class<?>[]::new));
    }

    @Test
    void whatOnlyALaterVersionKnowsIsLeftOut() {
        String json = "{\"missed\":0,\"next\":9,\"events\":[{\"seq\":7,\"at\":\"2026-01-31T12:00:00Z\",\"type\":\"new\"},"
                + "{\"seq\":8,\"at\":\"2026-01-31T12:00:00Z\",\"type\":\"pong-missed\",\"leg\":\"middle\"}]}";
        assertThat(Json.read(Json.parse(json), EventPageJson.class).known()).isEmpty();
    }

    @Test
    void tokensInPathsAreMasked() {
        Event event = new Event.RequestFailed(9, AT, "GET", "/?token=hunter2", 504, "late");
        assertThat(Json.text(EventPageJson.of(new EventPage(0, List.of(event), 10)))).doesNotContain("hunter2");
    }
}
