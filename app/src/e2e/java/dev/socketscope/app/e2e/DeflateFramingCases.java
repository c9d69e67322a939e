package dev.socketscope.app.e2e;

import static dev.socketscope.app.e2e.Bytes.BINARY;
import static dev.socketscope.app.e2e.Bytes.CONTINUATION;
import static dev.socketscope.app.e2e.Bytes.FIN;
import static dev.socketscope.app.e2e.Bytes.PING;
import static dev.socketscope.app.e2e.Bytes.RSV1;
import static dev.socketscope.app.e2e.Bytes.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What clients send that offer {@code permessage-deflate} (RFC 7692). */
final class DeflateFramingCases {
    private static final String PLAIN = "permessage-deflate";
    private static final byte[] LONG = Bytes.utf8("{\"type\":\"update\"}, ".repeat(200));
    private static final List<String> OFFERS = List.of("", "; server_no_context_takeover",
            "; client_no_context_takeover", "; server_no_context_takeover; client_no_context_takeover",
            "; client_max_window_bits", "; client_max_window_bits=10", "; server_max_window_bits=10",
            "; server_max_window_bits=15; client_max_window_bits=15",
            "; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=9; client_max_window_bits=9",
            "; server_max_window_bits=10, permessage-deflate", "; client_max_window_bits=\"10\"",
            // What RFC 7692 §7.1 does not allow.
            "; server_max_window_bits=7", "; server_max_window_bits=16", "; server_max_window_bits",
            "; client_max_window_bits=7", "; client_no_context_takeover=1", "; unknown", "; unknown=1",
            "; server_no_context_takeover; server_no_context_takeover",
            "; server_max_window_bits=7, permessage-deflate");

    private DeflateFramingCases() {}

    static Stream<FramingCase> all() {
        return Stream.concat(OFFERS.stream()
                .map(offer -> FramingCase.of("two compressed messages", twice().close(1000, ""))
                        .offering(PLAIN + offer)),
                messages().map(one -> one.offering(PLAIN)));
    }

    private static Bytes twice() {
        return compressed(Bytes.ofClient()).frame(FIN | RSV1 | BINARY, Bytes.deflated(LONG));
    }

    private static Bytes compressed(Bytes bytes) {
        return bytes.frame(FIN | RSV1 | TEXT, Bytes.deflated(LONG));
    }

    private static Stream<FramingCase> messages() {
        byte[] deflated = Bytes.deflated(LONG);
        int half = deflated.length / 2;
        byte[] begin = Arrays.copyOf(deflated, half);
        byte[] rest = Arrays.copyOfRange(deflated, half, deflated.length);
        return Stream.of(named("not compressed", Bytes.ofClient().frame(FIN | TEXT, LONG)),
                named("empty and compressed", Bytes.ofClient().hex(FIN | RSV1 | TEXT, "00")),
                named("no byte at all and compressed", Bytes.ofClient().hex(FIN | RSV1 | TEXT, "")),
                named("fragments", Bytes.ofClient().frame(RSV1 | TEXT, begin).frame(FIN | CONTINUATION, rest)),
                named("fragments with a ping between", Bytes.ofClient()
                        .frame(RSV1 | TEXT, begin)
                        .frame(FIN | PING, "p")
                        .frame(FIN | CONTINUATION, rest)),
                named("a continuation marked as compressed",
                        Bytes.ofClient().frame(RSV1 | TEXT, begin).frame(FIN | RSV1 | CONTINUATION, rest)),
                named("a ping marked as compressed", Bytes.ofClient().frame(FIN | RSV1 | PING, "p")),
                named("no deflate", Bytes.ofClient().hex(FIN | RSV1 | TEXT, "ffffffff")),
                named("cut short", Bytes.ofClient().frame(FIN | RSV1 | TEXT, begin)),
                named("no UTF-8", Bytes.ofClient().frame(FIN | RSV1 | TEXT, Bytes.deflated(new byte[]{(byte) 0xFF}))),
                named("larger than the server takes when inflated",
                        Bytes.ofClient().frame(FIN | RSV1 | BINARY, Bytes.deflated(new byte[5 << 20]))));
    }

    private static FramingCase named(String name, Bytes bytes) {
        return FramingCase.of(name, bytes.close(1000, ""));
    }
}
