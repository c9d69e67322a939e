package dev.socketscope.app.e2e;

import static dev.socketscope.app.e2e.Bytes.BINARY;
import static dev.socketscope.app.e2e.Bytes.CLOSE;
import static dev.socketscope.app.e2e.Bytes.CONTINUATION;
import static dev.socketscope.app.e2e.Bytes.FIN;
import static dev.socketscope.app.e2e.Bytes.PING;
import static dev.socketscope.app.e2e.Bytes.PONG;
import static dev.socketscope.app.e2e.Bytes.RSV1;
import static dev.socketscope.app.e2e.Bytes.TEXT;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What one side sends, in the order of RFC 6455 and with the cases of the Autobahn test suite in mind. Each says goodbye when it can. */
final class FramingCases {
    private static final int[] SIZES = {0, 1, 125, 126, 127, 128, 65_535, 65_536, 1 << 20};
    /** Sound, overlong, surrogates, beyond the last character, cut short. */
    private static final List<String> UTF8 = List.of("cebae1bdb9cf83cebcceb5", "f48fbfbf", "efbfbf", "c080", "e08080",
            "eda080", "edbfbf", "f4908080", "f8888080", "ff", "cebae1bd", "80", "ceba80");
    private static final int[] CLOSE_CODES = {0, 999, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010,
            1011, 1012, 1013, 1014, 1015, 1016, 1100, 2000, 2999, 3000, 3999, 4000, 4999, 5000, 65_535};

    private final Supplier<Bytes> side;

    private FramingCases(Supplier<Bytes> side) {
        this.side = side;
    }

    static Stream<FramingCase> ofClient() {
        return new FramingCases(Bytes::ofClient).all();
    }

    static Stream<FramingCase> ofServer() {
        return new FramingCases(Bytes::ofServer).all();
    }

    private Stream<FramingCase> all() {
        return Stream.of(sizes(), fragments(), control(), reserved(), utf8(), closes(), ends())
                .flatMap(Function.identity());
    }

    private static FramingCase sending(String name, Bytes bytes) {
        return FramingCase.of(name, bytes.close(1000, "bye"));
    }

    private Bytes bytes() {
        return side.get();
    }

    private Stream<FramingCase> sizes() {
        return Stream.concat(IntStream.of(SIZES)
                .boxed()
                .flatMap(size -> Stream.of(sending("text of " + size, bytes().frame(FIN | TEXT, size)),
                        sending("binary of " + size, bytes().frame(FIN | BINARY, size)))),
                Stream.of(sending("a length in too many bytes", bytes().longForm(FIN | TEXT)),
                        sending("more than the peer takes", bytes().announced(FIN | BINARY, 5 << 20)),
                        FramingCase.of("a length with its highest bit set",
                                bytes().announced(FIN | BINARY, Long.MIN_VALUE))));
    }

    private Stream<FramingCase> fragments() {
        Bytes three = bytes().frame(TEXT, "one ").frame(CONTINUATION, "two ").frame(FIN | CONTINUATION, "three");
        return Stream.of(sending("three fragments", three),
                FramingCase.of("three fragments", three).byteByByte().thenEnds(),
                sending("empty fragments",
                        bytes().frame(TEXT, "").frame(CONTINUATION, "").frame(FIN | CONTINUATION, "")),
                sending("a ping between fragments",
                        bytes().frame(TEXT, "one ").frame(FIN | PING, "p").frame(FIN | CONTINUATION, "two")),
                sending("a pong between fragments",
                        bytes().frame(BINARY, "one ").frame(FIN | PONG, "p").frame(FIN | CONTINUATION, "two")),
                FramingCase.of("a Close between fragments", bytes().frame(TEXT, "one ").close(1000, "enough")),
                sending("a continuation of nothing", bytes().frame(FIN | CONTINUATION, "x")),
                sending("an unfinished continuation of nothing", bytes().frame(CONTINUATION, "x")),
                sending("a message inside a message", bytes().frame(TEXT, "one ").frame(FIN | TEXT, "two")),
                sending("a continuation after the end",
                        bytes().frame(TEXT, "a").frame(FIN | CONTINUATION, "b").frame(FIN | CONTINUATION, "c")));
    }

    private Stream<FramingCase> control() {
        return Stream.of(sending("a ping without payload", bytes().frame(FIN | PING, "")),
                sending("a ping of 125", bytes().frame(FIN | PING, 125)),
                sending("a ping of 126", bytes().frame(FIN | PING, 126)),
                sending("a pong of 126", bytes().frame(FIN | PONG, 126)),
                sending("a binary ping", bytes().hex(FIN | PING, "00fffe80")),
                sending("a ping", bytes().frame(FIN | PING, "slow")).byteByByte(),
                sending("a fragmented ping", bytes().frame(PING, "x").frame(FIN | CONTINUATION, "y")),
                sending("a pong nobody asked for", bytes().frame(FIN | PONG, "?").text("after")),
                sending("ten pings", IntStream.range(0, 10)
                        .boxed()
                        .reduce(bytes(), (pings, i) -> pings.frame(FIN | PING, "ping " + i), (a, _) -> a)));
    }

    private Stream<FramingCase> reserved() {
        Stream<FramingCase> bits = IntStream.rangeClosed(1, 7)
                .mapToObj(rsv -> sending("reserved bits " + rsv, bytes().text("a").frame(FIN | rsv << 4 | TEXT, "b")));
        Stream<FramingCase> opcodes = IntStream.of(3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF)
                .mapToObj(opcode -> sending("opcode " + opcode, bytes().text("a").frame(FIN | opcode, "b")));
        Stream<FramingCase> others = Stream.of(
                sending("a ping with a reserved bit", bytes().frame(FIN | RSV1 | PING, "x")),
                sending("a Close with a reserved bit", bytes().hex(FIN | RSV1 | CLOSE, "03e8")),
                sending("a text that is masked like the other side's",
                        bytes().text("a").wronglyMasked(FIN | TEXT, "b")),
                sending("a ping that is masked like the other side's", bytes().wronglyMasked(FIN | PING, "b")));
        return Stream.of(bits, opcodes, others).flatMap(Function.identity());
    }

    private Stream<FramingCase> utf8() {
        return UTF8.stream()
                .flatMap(hex -> Stream.of(sending("UTF-8 " + hex, bytes().hex(FIN | TEXT, hex)),
                        sending("UTF-8 " + hex + " in two fragments", bytes().hex(TEXT, hex.substring(0, 2))
                                .hex(FIN | CONTINUATION, hex.substring(2))),
                        FramingCase.of("UTF-8 " + hex + " in a fragment that nothing follows", bytes().hex(TEXT, hex))
                                .thenEnds()));
    }

    private Stream<FramingCase> closes() {
        Stream<FramingCase> codes = IntStream.of(CLOSE_CODES)
                .mapToObj(code -> FramingCase.of("close " + code, bytes().close(code, "why")));
        Stream<FramingCase> others = Stream.of(FramingCase.of("close without code", bytes().frame(FIN | CLOSE, "")),
                FramingCase.of("close with half a code", bytes().hex(FIN | CLOSE, "03")),
                FramingCase.of("close with a reason of 123", bytes().close(1000, "r".repeat(123))),
                FramingCase.of("close with a reason of 124", bytes().close(1000, "r".repeat(124))),
                FramingCase.of("close with a reason in UTF-8", bytes().close(1000, "Grüße ✓ 𝄞")),
                FramingCase.of("close with a reason that is no UTF-8", bytes().hex(FIN | CLOSE, "03e8eda080")),
                FramingCase.of("a message after the Close", bytes().close(1000, "").text("late")),
                FramingCase.of("a ping after the Close", bytes().close(1000, "").frame(FIN | PING, "late")),
                FramingCase.of("two Closes", bytes().close(1000, "").close(1001, "")));
        return Stream.concat(codes, others);
    }

    private Stream<FramingCase> ends() {
        return Stream.concat(Stream.of(FramingCase.of("nothing", bytes()).thenEnds(),
                FramingCase.of("a message", bytes().text("a")).thenEnds(),
                FramingCase.of("half a header", bytes().text("a").text("b").without(6)).thenEnds(),
                FramingCase.of("half a payload", bytes().text("a").text("long").without(2)).thenEnds(),
                FramingCase.of("half a message", bytes().text("a").frame(TEXT, "b")).thenEnds()),
                LongStream.of(126, 65_536)
                        .mapToObj(length -> FramingCase.of("half a message of " + length,
                                bytes().frame(FIN | BINARY, (int) length).without(20)).thenEnds()));
    }
}
