package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A peer that stops reading stops the other one, and costs the engine next to nothing. */
class BackPressureTest {
    private static final long MOST_HELD = 300 << 10;

    static Stream<Transport> transports() {
        return Transports.working();
    }

    static Stream<Arguments> amounts() {
        return Transports.working()
                .map(transport -> Arguments.of(transport, transport.name().equals("nio") ? 128 : 1024));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void whatAClientDoesNotReadWaitsInTheUpstream(Transport transport, int mebibytes) {
        try (RawTunnel t = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport)) {
            byte[] message = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, true, false),
                    new byte[1 << 20]);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < mebibytes; i++) {
                    t.upstream.send(message);
                }
                t.upstream.fin();
            });
            Tunnel tunnel = Engines.tunnel(t.engine);
            awaitStandstill(t);
            assertThat(sending).isNotDone();
            assertThat(tunnel.heldBytes()).isBetween(1L, MOST_HELD);
            long most = readAll(t, tunnel, (long) mebibytes * message.length);
            assertThat(most).isLessThan(MOST_HELD);
            sending.join();
            assertThat(t.connection().toClient())
                    .isEqualTo(new Connection.Traffic(mebibytes, mebibytes, (long) mebibytes * message.length));
        }
    }

    /** A FIN right behind the data must not make the engine take all of it at once. */
    @ParameterizedTest
    @MethodSource("transports")
    void aFinBehindUnreadDataDoesNotOpenTheFloodgates(Transport transport) {
        try (RawTunnel t = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport, 64 << 10)) {
            byte[] message = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, true, false), new byte[4096]);
            Tunnel tunnel = Engines.tunnel(t.engine);
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Long> sending = CompletableFuture.supplyAsync(() -> {
                long sent = 0;
                while (!enough.get()) {
                    t.upstream.send(message);
                    sent += message.length;
                }
                t.upstream.fin();
                return sent;
            });
            awaitStandstill(t);
            enough.set(true);
            long read = 0;
            while (!endsSoon(sending)) {
                read += t.client.read(256 << 10).length;
            }
            awaitStandstill(t);
            assertThat(tunnel.heldBytes()).isBetween(1L, MOST_HELD);
            assertThat(readAll(t, tunnel, sending.join() - read)).isLessThan(MOST_HELD);
            assertThat(t.client.fin().readToEnd()).isEmpty();
        }
    }

    /** The direction that goes on after the other one's FIN is held back and let go like any other. */
    @ParameterizedTest
    @MethodSource("transports")
    void aHalfClosedClientThatReadsSlowlyGetsEverything(Transport transport) {
        try (RawTunnel t = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport, 64 << 10)) {
            byte[] message = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, true, false),
                    new byte[1 << 20]);
            t.client.fin();
            assertThat(t.upstream.readToEnd()).isEmpty();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 64; i++) {
                    t.upstream.send(message);
                }
                t.upstream.fin();
            });
            awaitStandstill(t);
            assertThat(readAll(t, Engines.tunnel(t.engine), 64L * message.length)).isLessThan(MOST_HELD);
            assertThat(t.client.readToEnd()).isEmpty();
            sending.join();
        }
    }

    private static boolean endsSoon(CompletableFuture<?> task) {
        try {
            task.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static void awaitStandstill(RawTunnel t) {
        long[] last = {-1};
        await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(20)).until(() -> {
            long now = t.connection().toClient().bytes();
            boolean still = now == last[0];
            last[0] = now;
            return still && now > 0;
        });
    }

    /** Reads everything and tells the most that the tunnel ever held meanwhile. */
    private static long readAll(RawTunnel t, Tunnel tunnel, long total) {
        long most = 0;
        long read = 0;
        while (read < total) {
            int length = (int) Math.min(1 << 20, total - read);
            t.client.read(length);
            read += length;
            most = Math.max(most, tunnel.heldBytes());
        }
        return most;
    }
}
