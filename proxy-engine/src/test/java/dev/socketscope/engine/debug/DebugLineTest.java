package dev.socketscope.engine.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.ReplayStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DebugLineTest {
    private static final Instant AT = Instant.parse("2026-11-23T12:41:07.204113Z");
    private static final String TIME = "2026-11-23T12:41:07.204Z";

    static Stream<Arguments> events() {
        return Stream.of(
                event(new Event.EngineStarted(0, AT, "127.0.0.1:9000"),
                        "[WS:engine] " + TIME + " Engine started {\"address\":\"127.0.0.1:9000\"}"),
                event(new Event.Reconfigured(0, AT, 2, "dev.yaml"),
                        "[WS:engine] " + TIME + " Reconfigured {\"routes\":2,\"source\":\"dev.yaml\"}"),
                event(new Event.ConnectionRequested(1, AT, "ws_1", "/?token=s3cret", "127.0.0.1:5", "*/"),
                        "[WS:upgrade] " + TIME
                                + " Upgrade requested {\"connection\":\"ws_1\",\"path\":\"/?token=••••••\","
                                + "\"client\":\"127.0.0.1:5\",\"route\":\"*/\"}"),
                event(new Event.ConnectionOpened(2, AT, "ws_1", 1234),
                        "[WS:upgrade] " + TIME + " Connection opened {\"connection\":\"ws_1\",\"micros\":1234}"),
                event(new Event.HandshakeFailed(3, AT, "ws_1", 502, "refused"), "[WS:upgrade] " + TIME
                        + " Upgrade failed {\"connection\":\"ws_1\",\"status\":502,\"reason\":\"refused\"}"),
                event(new Event.LegEnded(4, AT, "ws_1", Leg.CLIENT, Manner.RST, "reset"), "[WS:close] " + TIME
                        + " Leg ended {\"connection\":\"ws_1\",\"leg\":\"client\",\"manner\":\"rst\",\"detail\":\"reset\"}"),
                event(new Event.ConnectionClosed(5, AT, "ws_1",
                        new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, 1001, "bye", null)),
                        "[WS:close] " + TIME + " Connection closed {\"connection\":\"ws_1\",\"by\":\"upstream\","
                                + "\"manner\":\"close-frame\",\"code\":1001,\"reason\":\"bye\"}"),
                event(new Event.ProtocolViolation(6, AT, "ws_1", Direction.TO_CLIENT, "rsv", "RSV2 set"),
                        "[WS:error] " + TIME
                                + " Protocol violation {\"connection\":\"ws_1\",\"direction\":\"to-client\","
                                + "\"rule\":\"rsv\",\"detail\":\"RSV2 set\"}"),
                event(new Event.LimitReached(7, AT, null, "limits.maxPending", "1000 wait"), "[WS:limit] " + TIME
                        + " Limit reached {\"limit\":\"limits.maxPending\",\"detail\":\"1000 wait\"}"),
                event(new Event.RequestFailed(8, AT, "GET", "/a?api_key=k", 504, "slow"), "[WS:http] " + TIME
                        + " Request failed {\"method\":\"GET\",\"path\":\"/a?api_key=••••••\",\"status\":504,"
                        + "\"reason\":\"slow\"}"),
                event(new Event.FaultArmed(9, AT, "flt_1", FaultType.SLOW_CLOSE, "late"), "[WS:fault] " + TIME
                        + " Fault armed {\"fault\":\"flt_1\",\"type\":\"slow-close\",\"label\":\"late\"}"),
                event(new Event.FaultDisarmed(10, AT, "flt_1", FaultType.DROP, "", Event.DisarmReason.COUNT_USED_UP),
                        "[WS:fault] " + TIME + " Fault disarmed {\"fault\":\"flt_1\",\"type\":\"drop\","
                                + "\"label\":\"\",\"reason\":\"count-used-up\"}"),
                event(new Event.FaultFired(11, AT, "ws_1", "flt_1", FaultType.DROP, "text of 41 bytes"), "[WS:fault] "
                        + TIME + " Fault fired {\"connection\":\"ws_1\",\"fault\":\"flt_1\",\"type\":\"drop\","
                        + "\"detail\":\"text of 41 bytes\"}"),
                event(new Event.MessageReleased(12, AT, "ws_1", "held_1", "brk_1", Direction.TO_CLIENT,
                        Event.Outcome.MADE_ROOM, Duration.ofMillis(1_500)),
                        "[WS:hold] " + TIME
                                + " Message released {\"connection\":\"ws_1\",\"held\":\"held_1\","
                                + "\"breakpoint\":\"brk_1\",\"direction\":\"to-client\","
                                + "\"outcome\":\"made-room\",\"waitedMillis\":1500}"),
                event(new Event.ReplayFinished(13, AT, "ws_1", "rpl_1", ReplayStatus.State.CANCELLED, 1, 2, "asked"),
                        "[WS:replay] " + TIME + " Replay finished {\"connection\":\"ws_1\",\"replay\":\"rpl_1\","
                                + "\"state\":\"cancelled\",\"sent\":1,\"messages\":2,\"detail\":\"asked\"}"));
    }

    private static Arguments event(Event event, String line) {
        return Arguments.of(event, line);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsOneLineWithoutSecrets(Event event, String line) {
        assertThat(DebugLine.of(event)).hasToString(line);
    }

    static Stream<Arguments> frames() {
        return Stream.of(Arguments.of(0x81, "message", "text", true), Arguments.of(0x02, "message", "binary", false),
                Arguments.of(0x80, "message", "continuation", true), Arguments.of(0x8A, "keepalive", "pong", true),
                Arguments.of(0x88, "close", "close", true));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void framesAreSizesNeverPayloads(int firstByte, String category, String opcode, boolean fin) {
        Frame frame = new Frame(9, 1_795_437_667_204_113L, "ws_1", Direction.TO_UPSTREAM, firstByte, true, 86, 86,
                false, false, -1, 9, false, false, List.of());

        assertThat(DebugLine.of(frame))
                .hasToString("[WS:" + category + "] " + TIME + " Frame to-upstream {\"connection\":"
                        + "\"ws_1\",\"opcode\":\"" + opcode + "\",\"size\":86,\"fin\":" + fin + ",\"seq\":9}");
    }
}
