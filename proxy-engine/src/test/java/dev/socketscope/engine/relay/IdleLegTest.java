package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A leg on which nothing can happen must not keep its event loop busy. */
class IdleLegTest {
    static Stream<Transport> transports() {
        return Transports.working();
    }

    /** Processor time of all event loops, in nanoseconds. */
    private static long loopTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("socketscope-loop")) {
                sum += Math.max(0, threads.getThreadCpuTime(id));
            }
        }
        return sum;
    }

    private static void assertIdle() {
        long[] before = {loopTime()};
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        assertThat(Duration.ofNanos(loopTime() - before[0])).isLessThan(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void bothPeersSentFinButOneDoesNotRead(Transport transport) {
        try (RawTunnel t = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport, 64 << 10)) {
            byte[] message = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, true, false),
                    new byte[16 << 20]);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> t.upstream.send(message).fin());
            t.client.fin();
            assertThat(t.upstream.readToEnd()).isEmpty();
            long[] last = {-1};
            await().pollInterval(Duration.ofMillis(200)).until(() -> {
                long now = t.connection().toClient().bytes();
                boolean still = now == last[0];
                last[0] = now;
                return still;
            });
            assertIdle();
            t.client.read(message.length);
            sending.join();
            await().until(() -> !t.connection().live());
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void oneLegIsHalfClosedAndTheOtherOneSilent(Transport transport) {
        try (RawTunnel t = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport)) {
            t.upstream.fin();
            assertThat(t.client.readToEnd()).isEmpty();
            assertIdle();
            t.client.fin();
            await().until(() -> !t.connection().live());
        }
    }
}
