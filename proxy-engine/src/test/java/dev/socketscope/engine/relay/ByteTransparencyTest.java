package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands on the wire, sense or nonsense, arrives as it was sent. */
class ByteTransparencyTest {
    private static final int TOTAL = 3 << 20;

    static Stream<Arguments> transportsAndSeeds() {
        return Transports.working()
                .flatMap(transport -> LongStream.of(1, 2).mapToObj(seed -> Arguments.of(transport, seed)));
    }

    @ParameterizedTest
    @MethodSource("transportsAndSeeds")
    void randomBytesInRandomPiecesArriveIdentical(Transport transport, long seed) {
        try (RawTunnel tunnel = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport)) {
            byte[] up = bytes(new Random(seed));
            byte[] down = bytes(new Random(seed + 1000));
            CompletableFuture<Void> sending = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> trickle(tunnel.client, up, new Random(seed + 1))),
                    CompletableFuture.runAsync(() -> trickle(tunnel.upstream, down, new Random(seed + 2))));
            CompletableFuture<byte[]> upRead = CompletableFuture.supplyAsync(tunnel.upstream::readToEnd);
            byte[] downRead = tunnel.client.readToEnd();
            assertThat(Arrays.equals(downRead, down)).as("to-client").isTrue();
            assertThat(Arrays.equals(upRead.join(), up)).as("to-upstream").isTrue();
            sending.join();
            assertThat(tunnel.connection().toUpstream().bytes()).isEqualTo(TOTAL);
            assertThat(tunnel.connection().toClient().bytes()).isEqualTo(TOTAL);
        }
    }

    /** Mostly small frames with broken flags, so that the decoder stays busy, then pure noise. */
    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[TOTAL];
        random.nextBytes(bytes);
        int at = 0;
        while (at < TOTAL / 2) {
            int length = random.nextInt(125);
            bytes[at + 1] = (byte) (random.nextInt(4) == 0 ? length : 0x80 | length);
            at += 2 + ((bytes[at + 1] & 0x80) != 0 ? 4 : 0) + length;
        }
        // A length that the engine's limit on frames would object to is not what this test is about.
        for (int i = at; i < TOTAL; i++) {
            bytes[i] &= (byte) 0x7D;
        }
        return bytes;
    }

    private static void trickle(Raw to, byte[] bytes, Random random) {
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(10) == 0 ? 200_000 : 3_000));
            to.send(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        to.fin();
    }
}
