package dev.socketscope.engine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What a person reads who asks for a fault that cannot be, and where the edge of what can be lies. */
class FaultMessagesTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration MOMENT = Duration.ofNanos(1_000);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String DELAY = ", expected a duration from 1µs to 10m";
    private static final String LIFE = ", expected a duration from 1µs to 168h";

    static final List<Arguments> HANDSHAKE = List.of(
            refused("status: got 199, expected a whole number from 200 to 599", () -> refuse(199)),
            refused("status: got 600, expected a whole number from 200 to 599", () -> refuse(600)),
            refused("headers: got 51 headers, expected at most 50",
                    () -> new HandshakeFault.Refuse(503, Collections.nCopies(51, new Header("A", "b")), "")),
            refused("headers: got the name \"Content-Length\", expected a token of RFC 9110 §5.6.2 that does not frame"
                    + " the answer", () -> refuse(new Header("Content-Length", "3"))),
            refused("headers: got the name \"A:\", expected a token of RFC 9110 §5.6.2 that does not frame the answer",
                    () -> refuse(new Header("A:", "b"))),
            refused("headers: got a value of A with other characters, expected at most 4000 printable ASCII characters",
                    () -> refuse(new Header("A", "b\r\nSet-Cookie: c=d"))),
            refused("body: got 65537 characters, expected 0 to 65536 characters",
                    () -> new HandshakeFault.Refuse(503, List.of(), "x".repeat(65_537))),
            refused("delay: got 0s" + DELAY, () -> new HandshakeFault.Delay(NONE)),
            refused("mode: got close, expected fin or rst: before the upgrade there are no Close frames",
                    () -> new HandshakeFault.Drop(Mode.CLOSE)));

    static final List<Arguments> TRANSPORT = List.of(
            refused("delay: got 601s" + DELAY, () -> latency(Duration.ofSeconds(601), NONE)),
            refused("jitter: got 1001ms, expected a duration from 0s to the delay, 1s",
                    () -> latency(SECOND, Duration.ofMillis(1_001))),
            refused("jitter: got -1s, expected a duration from 0s to the delay, 1s",
                    () -> latency(SECOND, Duration.ofSeconds(-1))),
            refused("bytesPerSecond: got 0, expected a whole number from 1 to 1099511627776",
                    () -> new TransportFault.Bandwidth(0)),
            refused("bytes: got 0, expected a whole number from 1 to 1048576", () -> new TransportFault.Slice(0, NONE)),
            refused("delay: got -1s, expected a duration from 0s to 10m",
                    () -> new TransportFault.Slice(1, Duration.ofSeconds(-1))),
            refused("bytes: got 0, expected a whole number from 1 to 1099511627776",
                    () -> new TransportFault.MaxBytes(0)));

    static final List<Arguments> MESSAGE = List.of(
            refused("copies: got 0, expected a whole number from 1 to 100", () -> new MessageFault.Duplicate(0, NONE)),
            refused("copies: got 101, expected a whole number from 1 to 100",
                    () -> new MessageFault.Duplicate(101, NONE)),
            refused("gap: got 11m, expected a duration from 0s to 10m",
                    () -> new MessageFault.Duplicate(1, Duration.ofMinutes(11))),
            refused("window: got 1, expected a whole number from 2 to 100", () -> new MessageFault.Reorder(1, SECOND)),
            refused("maxHold: got 0s" + DELAY, () -> new MessageFault.Reorder(2, NONE)),
            refused("delay: got 0s" + DELAY, () -> new MessageFault.Delay(NONE, NONE)),
            refused("jitter: got 2s, expected a duration from 0s to the delay, 1s",
                    () -> new MessageFault.Delay(SECOND, Duration.ofSeconds(2))),
            refused("bytes: got 0, expected a whole number from 1 to 1048576",
                    () -> new MessageFault.Corrupt(0, Utf8.KEEP)),
            refused("bytes: got -1, expected a whole number from 0 to 2147483647", () -> new MessageFault.Truncate(-1)),
            refused("bytes: got 0, expected a whole number from 1 to 1073741824", () -> new MessageFault.Fragment(0)),
            refused("find: got 0 characters, expected 1 to 65536 characters", () -> new MessageFault.Replace("", "b")),
            refused("find: got \"hex:0\", expected pairs of hexadecimal digits after hex:",
                    () -> new MessageFault.Replace("hex:0", "b")),
            refused("with: got 65537 characters, expected 0 to 65536 characters",
                    () -> new MessageFault.Replace("a", "b".repeat(65_537))),
            refused("with: got \"hex:zz\", expected pairs of hexadecimal digits after hex:",
                    () -> new MessageFault.Replace("a", "hex:zz")),
            refused("text: got nothing, expected text or base64", () -> new MessageFault.MapTo(null, null)),
            refused("text: got base64 beside it, expected text or base64", () -> new MessageFault.MapTo("", "")),
            refused("base64: got something else, expected base64 (RFC 4648 §4)",
                    () -> new MessageFault.MapTo(null, "%")),
            refused("delay: got 0s" + DELAY, () -> new ControlFault.DelayPong(NONE)));

    static final List<Arguments> ENDING = List.of(
            refused("code: got 1006, expected 1000 to 1003, 1007 to 1014 or 3000 to 4999: no other may stand in a Close"
                    + " frame", () -> disconnect(1006, "")),
            refused("reason: got 124 bytes, expected at most 123 bytes of UTF-8",
                    () -> disconnect(1001, "é".repeat(62))),
            refused("duration: got 0s" + LIFE, () -> new EndingFault.MaxLifetime(NONE)),
            refused("idle: got 169h" + LIFE, () -> new EndingFault.IdleCut(Duration.ofHours(169))),
            refused("delay: got 0s" + DELAY, () -> new EndingFault.SlowClose(NONE)),
            refused("every: got 0s" + LIFE, () -> flap(SECOND, NONE, 1)),
            refused("down: got 0s" + LIFE, () -> flap(NONE, SECOND, 1)),
            refused("down: got 10s, expected less than every, 10s",
                    () -> flap(SECOND.multipliedBy(10), SECOND.multipliedBy(10), 1)),
            refused("cycles: got 0, expected a whole number from 1 to 1000000",
                    () -> flap(SECOND, SECOND.multipliedBy(2), 0)));

    static final List<Arguments> WHEN_AND_TO_WHOM = List.of(
            refused("probability: got 0.0, expected a number above 0, up to 1", () -> drop().likely(0, 1)),
            refused("probability: got 1.01, expected a number above 0, up to 1", () -> drop().likely(1.01, 1)),
            refused("probability: got NaN, expected a number above 0, up to 1", () -> drop().likely(Double.NaN, 1)),
            refused("count: got 0, expected a whole number from 1 to 1000000000", () -> drop().times(0)),
            refused("after: got -1s, expected a duration from 0s to 168h",
                    () -> drop().during(Duration.ofSeconds(-1), null)),
            refused("duration: got 0s" + LIFE, () -> drop().during(NONE, NONE)),
            refused("label: got 81 characters, expected one line of at most 80 characters",
                    () -> drop().called("x".repeat(81))),
            refused("label: got 3 characters, expected one line of at most 80 characters", () -> drop().called("a\nb")),
            refused("match.everyNth: got 0, expected a whole number from 1 to 1000000000",
                    () -> FaultMatch.ANY.every(0, 0)),
            refused("match.skip: got -1, expected a whole number from 0 to 1000000000",
                    () -> FaultMatch.ANY.every(1, -1)),
            refused("match.opcode: got ping, expected text or binary", () -> FaultMatch.ANY.of(Opcode.PING)),
            refused("match.path: got \"ws\", expected a path that begins with /", () -> FaultMatch.ANY.onPath("ws")),
            refused("match.text: got 0 characters, expected 1 to 4000 characters", () -> FaultMatch.ANY.saying("")),
            refused("id: got \"ws_1\", expected flt_ and some characters",
                    () -> new ArmedFault("ws_1", drop(), Instant.EPOCH)));

    static final List<Arguments> SELECTORS = List.of(
            refused("match.direction: got to-client, expected no such key for hang-handshake",
                    () -> Fault.of(new HandshakeFault.Hang()).on(FaultMatch.ANY.going(Direction.TO_CLIENT))),
            refused("match.direction: got to-upstream, expected no such key for max-lifetime",
                    () -> Fault.of(new EndingFault.MaxLifetime(SECOND))
                            .on(
                                    FaultMatch.ANY.going(Direction.TO_UPSTREAM))),
            refused("match.opcode: got text, expected no such key for black-hole",
                    () -> Fault.of(new TransportFault.BlackHole()).on(FaultMatch.ANY.of(Opcode.TEXT))),
            refused("match.text: got \"a\", expected no such key for swallow-ping",
                    () -> Fault.of(new ControlFault.SwallowPing()).on(FaultMatch.ANY.saying("a"))),
            refused("match.everyNth: got 2, expected no such key for flap",
                    () -> flapping().on(FaultMatch.ANY.every(2, 0))),
            refused("match.skip: got 1, expected no such key for flap",
                    () -> flapping().on(FaultMatch.ANY.every(1, 1))),
            refused("probability: got 0.5, expected no such key for flap", () -> flapping().likely(0.5, 1)),
            refused("count: got 3, expected no such key for flap", () -> flapping().times(3)));

    /** The last values that are still fine; each neighbour is among the refused ones, or beyond its type. */
    static final List<Callable<Object>> FINE = List.of(() -> refuse(200), () -> refuse(599),
            () -> new HandshakeFault.Refuse(503, Collections.nCopies(50, new Header("A", "b")), "x".repeat(65_536)),
            () -> new HandshakeFault.Delay(MOMENT), () -> latency(LONGEST_DELAY, LONGEST_DELAY),
            () -> new TransportFault.Bandwidth(1L << 40), () -> new TransportFault.Slice(1 << 20, NONE),
            () -> new MessageFault.Duplicate(100, LONGEST_DELAY), () -> new MessageFault.Reorder(2, MOMENT),
            () -> new MessageFault.Truncate(0), () -> new MessageFault.Replace("x", ""),
            () -> disconnect(1000, "x".repeat(123)), () -> disconnect(4999, ""),
            () -> new EndingFault.IdleCut(WEEK), () -> flap(MOMENT, MOMENT.multipliedBy(2), null),
            () -> drop().likely(Double.MIN_VALUE, 1), () -> drop().called("x".repeat(80)),
            () -> drop().during(WEEK, WEEK), () -> drop().on(FaultMatch.ANY.saying("x".repeat(4_000))));

    @ParameterizedTest(name = "{0}")
    @FieldSource({"HANDSHAKE", "TRANSPORT", "MESSAGE", "ENDING", "WHEN_AND_TO_WHOM", "SELECTORS"})
    void anImpossibleFaultIsRefusedWithKeyValueAndExpectation(String message, Callable<Object> asking) {
        assertThatThrownBy(asking::call).isInstanceOfSatisfying(InvalidFaultException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.key()).isEqualTo(message.substring(0, message.indexOf(": ")));
            assertThat(e.problem()).startsWith("got ").contains(", expected ");
        });
    }

    @ParameterizedTest
    @FieldSource("FINE")
    void theLastFineValueIsFine(Callable<Object> asking) {
        assertThatCode(asking::call).doesNotThrowAnyException();
    }

    @Test
    void aHeaderThatIsRefusedDoesNotShowItsValue() {
        assertThatThrownBy(() -> refuse(new Header("Authorization", "Bearer s3cret\n")))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void findAndWithAreTextOrBytes() {
        MessageFault.Replace replace = new MessageFault.Replace("hex:0A ff", "ä");

        assertThat(replace.findBytes()).containsExactly(0x0A, 0xFF);
        assertThat(replace.withBytes()).isEqualTo("ä".getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments refused(String message, Callable<Object> asking) {
        return Arguments.of(message, asking);
    }

    private static HandshakeFault.Refuse refuse(int status) {
        return new HandshakeFault.Refuse(status, List.of(), "");
    }

    private static HandshakeFault.Refuse refuse(Header header) {
        return new HandshakeFault.Refuse(503, List.of(header), "");
    }

    private static TransportFault.Latency latency(Duration delay, Duration jitter) {
        return new TransportFault.Latency(delay, jitter, Distribution.UNIFORM);
    }

    private static EndingFault.Disconnect disconnect(int code, String reason) {
        return new EndingFault.Disconnect(Legs.BOTH, Mode.CLOSE, code, reason);
    }

    private static EndingFault.Flap flap(Duration down, Duration every,
            @Nullable Integer cycles) {
        return new EndingFault.Flap(down, every, cycles, Legs.BOTH, Mode.FIN);
    }

    private static Fault flapping() {
        return Fault.of(flap(SECOND, SECOND.multipliedBy(2), null));
    }

    private static Fault drop() {
        return Fault.of(new MessageFault.Drop());
    }
}
