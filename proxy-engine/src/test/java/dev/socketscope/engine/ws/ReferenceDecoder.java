package dev.socketscope.engine.ws;

import dev.socketscope.engine.api.Opcode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** RFC 6455 §5.2 read off the page, over a whole stream at once; slow, and written without a look at the real decoder. */
final class ReferenceDecoder {
    private static final HexFormat HEX = HexFormat.of();
    private final boolean fromClient;
    private final boolean compression;
    private final byte[] stream;
    private final List<String> lines = new ArrayList<>();
    private boolean open;

    ReferenceDecoder(boolean fromClient, boolean compression, byte[] stream) {
        this.fromClient = fromClient;
        this.compression = compression;
        this.stream = stream;
    }

    /** One line a finished frame or violation, as {@link RecordingSink} writes them. */
    List<String> decode() {
        int at = 0;
        while (at >= 0 && at < stream.length) {
            at = frame(at);
        }
        return lines;
    }

    private int bit(int at, int bit) {
        return stream[at] >> 7 - bit & 1;
    }

    private BigInteger number(int at, int bytes) {
        return new BigInteger(1, Arrays.copyOfRange(stream, at, at + bytes));
    }

    /** Offset of the next frame; -1 when this one is not complete or the stream cannot be followed. */
    private int frame(int from) {
        if (from + 2 > stream.length) {
            return -1;
        }
        int seven = stream[from + 1] & 127;
        int extended = seven == 127 ? 8 : seven == 126 ? 2 : 0;
        boolean masked = bit(from + 1, 0) == 1;
        int payloadAt = from + 2 + extended + (masked ? 4 : 0);
        if (payloadAt > stream.length) {
            return -1;
        }
        BigInteger length = extended == 0 ? BigInteger.valueOf(seven) : number(from + 2, extended);
        if (length.bitLength() == 64) {
            lines.add(from + " !LENGTH_TOP_BIT");
            return -1;
        }
        int opcode = stream[from] & 15;
        headerRules(from, opcode, masked, extended, length);
        if (length.compareTo(BigInteger.valueOf(stream.length - payloadAt)) > 0) {
            return -1;
        }
        byte[] payload = Arrays.copyOfRange(stream, payloadAt, payloadAt + length.intValueExact());
        for (int i = 0; masked && i < payload.length; i++) {
            payload[i] ^= stream[payloadAt - 4 + i % 4];
        }
        closeRules(from, opcode, payload);
        open &= opcode > 2 || bit(from, 0) == 0;
        lines.add(from + " " + Opcode.of(opcode).wireName() + (bit(from, 0) == 1 ? "" : "+") + " "
                + HEX.toHexDigits(stream[from]) + " "
                + (masked ? HEX.formatHex(stream, payloadAt - 4, payloadAt) : "-") + " " + length + " "
                + (payload.length <= 16 ? HEX.formatHex(payload) : "#" + Arrays.hashCode(payload)));
        return payloadAt + payload.length;
    }

    private void headerRules(int from, int opcode, boolean masked, int extended, BigInteger length) {
        boolean rsv1Fine = bit(from, 1) == 0 || compression && (opcode == 1 || opcode == 2);
        check(from, rsv1Fine && bit(from, 2) == 0 && bit(from, 3) == 0, Violation.RESERVED_BITS);
        check(from, opcode <= 2 || opcode >= 8 && opcode <= 10, Violation.RESERVED_OPCODE);
        check(from, masked || !fromClient, Violation.UNMASKED_FROM_CLIENT);
        check(from, !masked || fromClient, Violation.MASKED_FROM_SERVER);
        int least = extended == 8 ? 65_536 : extended == 2 ? 126 : 0;
        check(from, length.compareTo(BigInteger.valueOf(least)) >= 0, Violation.LENGTH_NOT_MINIMAL);
        check(from, opcode < 8 || bit(from, 0) == 1, Violation.FRAGMENTED_CONTROL);
        check(from, opcode < 8 || length.compareTo(BigInteger.valueOf(125)) <= 0, Violation.CONTROL_TOO_LONG);
        check(from, opcode != 0 || open, Violation.CONTINUATION_WITHOUT_START);
        check(from, opcode != 1 && opcode != 2 || !open, Violation.MESSAGE_INSIDE_MESSAGE);
        open |= opcode <= 2;
    }

    private void closeRules(int from, int opcode, byte[] payload) {
        if (opcode != 8 || payload.length == 0) {
            return;
        }
        check(from, payload.length > 1, Violation.CLOSE_OF_ONE_BYTE);
        int code = payload.length == 1 ? 1000 : (payload[0] & 255) * 256 + (payload[1] & 255);
        boolean registered = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
        check(from, registered || code >= 3000 && code < 5000, Violation.CLOSE_CODE);
    }

    private void check(int from, boolean holds, Violation otherwise) {
        if (!holds) {
            lines.add(from + " !" + otherwise);
        }
    }
}
