package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Violation;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million frames through ten and more faults at once: all are accounted for, and nothing is left behind. */
@Timeout(180)
class MillionFramesIT {
    private static final int MESSAGES = 490_000;
    private static final int PINGS = 10_000;
    private static final int EVERY = MESSAGES / PINGS;
    private static final int CHUNK = 1_000;
    private static final long POOL_SLACK = 8 << 20;

    private static final List<Fault> FAULTS = List.of(
            Fault.of(new TransportFault.Latency(Duration.ofMillis(2), Duration.ofMillis(1), Distribution.UNIFORM)),
            Fault.of(new TransportFault.Bandwidth(1L << 30)),
            Fault.of(new TransportFault.Slice(32 << 10, Duration.ZERO)), Fault.of(new ControlFault.SwallowPing())
                    .likely(0.5, 2),
            Fault.of(new MessageFault.Drop()).likely(0.01, 3),
            Fault.of(new MessageFault.Replace("message", "text")).likely(0.1, 4),
            Fault.of(new MessageFault.Corrupt(3, Utf8.KEEP)).likely(0.02, 5),
            Fault.of(new MessageFault.Truncate(9)).likely(0.02, 6),
            Fault.of(new MessageFault.Duplicate(1, Duration.ofMillis(1))).likely(0.01, 7),
            Fault.of(new MessageFault.Reorder(5, Duration.ofMinutes(1))).likely(0.001, 8),
            Fault.of(new MessageFault.Delay(Duration.ofMillis(1), Duration.ofMillis(1))).likely(0.0005, 9),
            Fault.of(new MessageFault.Fragment(7)).likely(0.05, 10));

    /** What came out at the other end. */
    private static final class Arrived implements FrameSink {
        private final Map<Opcode, Integer> begun = new EnumMap<>(Opcode.class);
        private int messages;

        @Override
        public void header(FrameDecoder frame) {
            begun.merge(frame.opcode(), 1, Integer::sum);
        }

        @Override
        public void payload(FrameDecoder frame, ByteBuffer part) {}

        @Override
        public void end(FrameDecoder frame) {
            messages += frame.fin() && !frame.opcode().isControl() ? 1 : 0;
        }

        @Override
        public void violation(FrameDecoder frame, Violation violation) {
            throw new AssertionError(violation.rule());
        }

        int count(Opcode opcode) {
            return begun.getOrDefault(opcode, 0);
        }
    }

    @Test
    void everyFrameIsAccountedForAndNothingIsLeftBehind() throws Exception {
        try (Leaks leaks = new Leaks()) {
            leaks.watch();
            Map<FaultType, Long> first = run();
            long pooled = pooledBytes();
            assertThat(run()).as("the same seeds on the same traffic").isEqualTo(first);
            assertThat(pooledBytes()).as("direct memory of the pool").isLessThan(pooled + POOL_SLACK);
            assertThat(leaks.collect()).isEmpty();
        }
    }

    private static long pooledBytes() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
    }

    /** @return how often each fault has acted */
    private static Map<FaultType, Long> run() throws IOException, ReflectiveOperationException {
        try (RawTunnel t = new RawTunnel(TunnelPolicy.PASSIVE)) {
            Tunnel tunnel = Engines.tunnel(t.engine);
            int timers = timers(tunnel);
            for (Fault fault : FAULTS) {
                UnderFaults.arm(t, fault.on(fault.match().going(Direction.TO_CLIENT)));
            }
            Thread.ofVirtual().start(() -> send(t.upstream));
            Arrived arrived = arrive(t.client);
            Map<FaultType, Long> acted = acted(t);
            assertThat(arrived.messages)
                    .isEqualTo(MESSAGES - acted.getOrDefault(FaultType.DROP, 0L)
                            + acted.getOrDefault(FaultType.DUPLICATE, 0L));
            assertThat(arrived.count(Opcode.PING)).isEqualTo(PINGS - acted.getOrDefault(FaultType.SWALLOW_PING, 0L));
            assertThat(acted.values()).allMatch(times -> times > 0);
            assertThat(t.connection().toClient().frames()).isEqualTo(MESSAGES + PINGS + 1L);
            end(t);
            await().untilAsserted(() -> assertThat(timers(tunnel)).as("timers of the event loop")
                    .isLessThanOrEqualTo(timers));
            assertThat(tunnel.heldBytes()).isZero();
            return acted;
        }
    }

    private static void send(Raw upstream) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        for (int i = 1; i <= MESSAGES; i++) {
            chunk.writeBytes(WireText.fromUpstream("message " + i));
            if (i % EVERY == 0) {
                chunk.writeBytes(WireText.fromUpstream(Opcode.PING, true, "ping"));
            }
            if (i % CHUNK == 0) {
                upstream.send(chunk.toByteArray());
                chunk.reset();
            }
        }
        upstream.send(EngineFrame.close(Leg.CLIENT, 1000, "").bytes());
    }

    /** Reads up to the Close frame. */
    private static Arrived arrive(Raw client) throws IOException {
        Arrived arrived = new Arrived();
        FrameDecoder decoder = new FrameDecoder(false, false);
        InputStream in = client.socket.getInputStream();
        byte[] buffer = new byte[64 << 10];
        while (arrived.count(Opcode.CLOSE) == 0) {
            int read = in.read(buffer);
            if (read < 0) {
                throw new AssertionError("ended before the Close frame, after " + arrived.begun);
            }
            decoder.feed(ByteBuffer.wrap(buffer, 0, read), arrived);
        }
        return arrived;
    }

    private static Map<FaultType, Long> acted(RawTunnel t) {
        Map<FaultType, Long> acted = new EnumMap<>(FaultType.class);
        t.engine.faults().forEach(status -> acted.put(status.armed().type(), status.fired()));
        return acted;
    }

    private static void end(RawTunnel t) {
        t.client.send(WireText.from(Leg.CLIENT, Opcode.CLOSE, new byte[]{3, (byte) 0xE8}));
        t.upstream.fin();
        t.client.fin();
        await().until(() -> !t.connection().live());
    }

    /** What the tunnel's event loop has been asked to do later. */
    private static int timers(Tunnel tunnel) throws ReflectiveOperationException {
        Field queue = AbstractScheduledEventExecutor.class.getDeclaredField("scheduledTaskQueue");
        queue.setAccessible(true);
        AbstractScheduledEventExecutor loop = (AbstractScheduledEventExecutor) tunnel.loop();
        return queue.get(loop) instanceof Collection<?> waiting ? waiting.size() : 0;
    }
}
