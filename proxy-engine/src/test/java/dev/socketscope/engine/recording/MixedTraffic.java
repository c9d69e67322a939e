package dev.socketscope.engine.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.ws.Deflated;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Frames of all kinds, in which words stand now and then: whole, in either case, compressed, split, cut off, behind a NUL. */
final class MixedTraffic {
    /** What a search may look for. */
    static final List<String> WORDS = List.of("needle", "NEEDLE", "NeedLe", "look", "loo\u212A", "\u212Aelvin", "größe",
            "GRÖSSE",
            "100%_a", "back\\slash", "{\"needle\":1}", "{\"n\":{\"needle\":\"1\"}}", "{\"n\\u0065edle\":1}",
            "[{\"type\":\"Needle\"}]",
            "1001");
    private static final int RSV1 = 0x40;

    private final FrameLog log;
    private final Random random;
    private final int mostPayload;
    private long micros = 1_700_000_000_000_000L;

    /** @param mostPayload bytes that the log keeps of a payload */
    MixedTraffic(FrameLog log, int mostPayload, Random random) {
        this.log = log;
        this.mostPayload = mostPayload;
        this.random = random;
    }

    /** @param rarely one in so many messages holds a word */
    void add(int frames, int rarely) {
        long end = log.endSeq() + frames;
        while (log.endSeq() < end) {
            message(content(random.nextInt(rarely) == 0));
        }
    }

    private byte[] content(boolean word) {
        String found = word ? WORDS.get(random.nextInt(WORDS.size())) : "";
        if (found.startsWith("{") || found.startsWith("[")) {
            return found.getBytes(UTF_8);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(filling());
        content.writeBytes(found.getBytes(UTF_8));
        content.writeBytes(filling());
        return content.toByteArray();
    }

    private byte[] filling() {
        return switch (random.nextInt(12)) {
            case 0 -> new byte[0];
            case 1 -> "ä\u0000ö".getBytes(UTF_8);
            case 2 -> bytes(40);
            case 3 -> "hay ".repeat(random.nextInt(mostPayload / 3)).getBytes(UTF_8);
            default -> ("{\"hay\":" + random.nextInt(9) + ",\"näh\":\"nee dle\"} ").getBytes(UTF_8);
        };
    }

    private byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void message(byte[] content) {
        int opcode = 1 + random.nextInt(2);
        switch (random.nextInt(40)) {
            case 0 -> frame(0x80 | 9 + random.nextInt(3), content, 0);
            case 1 -> frame(0x88, close(content), 0);
            case 2 -> frame(0x80 | RSV1 | opcode, Deflated.alone(content), 0);
            case 3 -> frame(0x80 | RSV1 | opcode, content, FrameLog.INFLATED);
            case 4 -> frame(0x80 | RSV1 | opcode, content, 0);
            case 5 -> fragments(opcode, content);
            case 6 -> fragments(RSV1 | opcode, Deflated.alone(content));
            default -> frame(0x80 | opcode, content, 0);
        }
    }

    private byte[] close(byte[] reason) {
        byte[] payload = new byte[random.nextInt(3) == 0 ? random.nextInt(2) : 2 + Math.min(123, reason.length)];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = i == 0 ? 3 : i == 1 ? (byte) 0xE9 : reason[i - 2];
        }
        return payload;
    }

    /** Cut anywhere, also within a word and within a character. */
    private void fragments(int firstByte, byte[] content) {
        int cut = random.nextInt(content.length + 1);
        int again = cut + random.nextInt(content.length - cut + 1);
        int connection = random.nextInt(4);
        long first = append(connection, Direction.TO_CLIENT, firstByte, Arrays.copyOf(content, cut), FrameLog.ITSELF,
                0);
        append(connection, Direction.TO_UPSTREAM, 0x81, content(false), FrameLog.ITSELF, 0);
        append(connection, Direction.TO_CLIENT, 0, Arrays.copyOfRange(content, cut, again), first, 0);
        append(connection, Direction.TO_CLIENT, 0x80, Arrays.copyOfRange(content, again, content.length), first, 0);
    }

    private void frame(int firstByte, byte[] payload, int flags) {
        append(random.nextInt(4), Direction.values()[random.nextInt(2)], firstByte, payload, FrameLog.ITSELF, flags);
    }

    private long append(int connection, Direction direction, int firstByte, byte[] payload, long messageSeq,
            int flags) {
        long length = random.nextInt(10) == 0 ? payload.length + 1_000L : payload.length;
        int more = random.nextInt(9) == 0 ? FrameLog.INJECTED : 0;
        long seq = log.append(connection, direction, micros++, firstByte, false, 0, length, ByteBuffer.wrap(payload),
                messageSeq, flags | more);
        if (random.nextBoolean()) {
            log.inProxy(seq, seq + 1, connection, direction, random.nextInt(5_000));
        }
        return seq;
    }
}
