package dev.socketscope.app.e2e;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one side sends after the handshake.
 *
 * @param extensions what it offers as {@code Sec-WebSocket-Extensions}; empty for none
 * @param pieces how the bytes are cut, each written for itself
 * @param ends whether the side ends its direction afterwards
 */
record FramingCase(String name, String extensions, List<byte[]> pieces, boolean ends) {

    static FramingCase of(String name, Bytes bytes) {
        return new FramingCase(name, "", List.of(bytes.all()), false);
    }

    FramingCase offering(String offered) {
        return new FramingCase(name + " [" + offered + "]", offered, pieces, ends);
    }

    /** Every byte written for itself. */
    FramingCase byteByByte() {
        byte[] all = pieces.getFirst();
        List<byte[]> single = IntStream.range(0, all.length).mapToObj(i -> new byte[]{all[i]}).toList();
        return new FramingCase(name + ", byte by byte", extensions, single, ends);
    }

    FramingCase thenEnds() {
        return new FramingCase(name + ", then FIN", extensions, pieces, true);
    }
}
