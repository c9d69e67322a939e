package dev.socketscope.engine.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded random streams in random pieces; a failure names the seed that repeats it. */
class FrameDecoderFuzzTest {
    private static final int STREAMS = 4_000;
    // Beyond their limit stand bytes of earlier pieces; a decoder that looks at them goes wrong.
    private final ByteBuffer heap = ByteBuffer.allocate(2_048);
    private final ByteBuffer direct = ByteBuffer.allocateDirect(2_048);

    @Test
    void randomStreamsOfFramesAreToldAsTheReferenceTellsThem() {
        int frames = 0;
        int violations = 0;
        for (int seed = 0; seed < STREAMS; seed++) {
            Random random = new Random(seed);
            boolean fromClient = random.nextBoolean();
            boolean compression = random.nextBoolean();
            byte[] stream = stream(random, fromClient);
            List<String> expected = new ReferenceDecoder(fromClient, compression, stream).decode();
            FrameDecoder decoder = new FrameDecoder(fromClient, compression);
            RecordingSink sink = new RecordingSink();
            feedInPieces(decoder, sink, stream, random);
            assertThat(sink.lines).as("seed %d", seed).isEqualTo(expected);
            assertThat(decoder.streamOffset()).isEqualTo(stream.length);
            violations += (int) expected.stream().filter(line -> line.contains("!")).count();
            frames += expected.size();
        }
        assertThat(frames).as("the generator makes frames").isGreaterThan(10 * STREAMS);
        assertThat(violations).as("the generator breaks rules").isGreaterThan(STREAMS);
    }

    @Test
    void garbageNeverThrowsAndEveryByteIsCounted() {
        for (int seed = 0; seed < STREAMS; seed++) {
            Random random = new Random(seed);
            boolean fromClient = random.nextBoolean();
            byte[] stream = new byte[random.nextInt(600)];
            random.nextBytes(stream);
            FrameDecoder decoder = new FrameDecoder(fromClient, false);
            RecordingSink sink = new RecordingSink();
            feedInPieces(decoder, sink, stream, random);
            assertThat(decoder.streamOffset()).as("seed %d", seed).isEqualTo(stream.length);
            assertThat(sink.lines).as("seed %d", seed)
                    .isEqualTo(new ReferenceDecoder(fromClient, false, stream).decode());
        }
    }

    private void feedInPieces(FrameDecoder decoder, RecordingSink sink, byte[] stream, Random random) {
        int most = 1 + random.nextInt(random.nextBoolean() ? 5 : 2_000);
        for (int at = 0; at < stream.length;) {
            int length = Math.min(stream.length - at, 1 + random.nextInt(most));
            ByteBuffer part = (random.nextBoolean() ? heap : direct).clear().put(stream, at, length).flip();
            decoder.feed(part, sink);
            if (part.hasRemaining()) {
                throw new AssertionError("bytes left over");
            }
            at += length;
        }
    }

    private static byte[] stream(Random random, boolean fromClient) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        boolean[] open = {false};
        for (int frames = 10 + random.nextInt(20); frames > 0; frames--) {
            stream.writeBytes(random.nextInt(12) == 0
                    ? oddFrame(random)
                    : rightFrame(random, fromClient, open));
        }
        return stream.toByteArray();
    }

    private static byte[] rightFrame(Random random, boolean fromClient, boolean[] open) {
        boolean control = random.nextInt(4) == 0;
        boolean fin = control || random.nextBoolean();
        int opcode = control ? 9 + random.nextInt(2) : open[0] ? 0 : 1 + random.nextInt(2);
        open[0] = control ? open[0] : !fin;
        byte[] payload = new byte[control ? random.nextInt(126) : length(random)];
        random.nextBytes(payload);
        int first = (fin ? 0x80 : 0) | opcode;
        return fromClient
                ? FrameEncoder.masked(first, random.nextInt(), payload)
                : FrameEncoder.unmasked(first, payload);
    }

    private static int length(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> 65_530 + random.nextInt(12);
            case 1, 2, 3 -> 120 + random.nextInt(12);
            case 4, 5 -> 0;
            default -> random.nextInt(60);
        };
    }

    /** A frame that may break any rule; its length form need not be the shortest. */
    private static byte[] oddFrame(Random random) {
        int length = random.nextInt(random.nextInt(3) == 0 ? 3 : 140);
        boolean masked = random.nextBoolean();
        int mask = masked ? 0x80 : 0;
        boolean close = random.nextInt(3) == 0;
        ByteBuffer out = ByteBuffer.allocate(14 + length);
        out.put((byte) (close ? 0x88 : random.nextInt(256)));
        switch (random.nextInt(3)) {
            case 0 -> out.put((byte) (mask | 127)).putLong(random.nextInt(30) == 0 ? -length : length);
            case 1 -> out.put((byte) (mask | 126)).putShort((short) length);
            default -> out.put((byte) (mask | Math.min(length, 125)));
        }
        byte[] payload = new byte[(out.get(1) & 0x7F) < 126 ? Math.min(length, 125) : length];
        random.nextBytes(payload);
        if (masked) {
            out.putInt(random.nextInt());
        }
        return Arrays.copyOf(out.put(payload).array(), out.position());
    }
}
