package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.fault.ControlFate;
import dev.socketscope.engine.fault.Delivery;
import dev.socketscope.engine.fault.Fate;
import dev.socketscope.engine.fault.FrameFaults;
import dev.socketscope.engine.fault.Violations;
import dev.socketscope.engine.fault.Waits;
import dev.socketscope.engine.ws.FrameEncoder;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages of one direction as its faults decide: changed, later, several times, or not at all. Belongs to the tunnel's event
 * loop.
 *
 * <pre>
 *   message ─► FrameFaults ─┬► lane: in order, each not before its moment ──► FrameGate
 *                           └► loose: copies, and pongs, each at its moment ─►
 *   Close, FIN ─► what windows keep and what is loose goes into the lane, then the Close
 * </pre>
 */
final class FaultedMessages {
    private static final int MOST_FRAGMENTS = 65_536;
    /** With so much waiting the source is not read any further, until half of it has left. */
    private static final long FULL = 8 << 20;

    private final Tunnel tunnel;
    private final Direction direction;
    private final FrameGate gate;
    private final FrameFaults faults;
    private final Departures lane;
    private final Departures loose;
    private final List<Runnable> whenEmpty = new ArrayList<>(1);
    private @Nullable Future<?> windowTimer;
    private boolean full;

    FaultedMessages(Tunnel tunnel, Direction direction, FrameGate gate, FrameFaults faults) {
        this.tunnel = tunnel;
        this.direction = direction;
        this.gate = gate;
        this.faults = faults;
        this.lane = Departures.inOrder(tunnel.loop(), this::left);
        this.loose = Departures.byTime(tunnel.loop(), this::left);
    }

    /** Whether no fault acts and nothing is late any more. */
    boolean idle() {
        return faults.idle() && isEmpty();
    }

    private boolean isEmpty() {
        return lane.isEmpty() && loose.isEmpty();
    }

    /** Whether whole messages have to come here: a fault wants them, or they would pass one that waits. */
    boolean wantsMessages() {
        return faults.wantsMessages() || !lane.isEmpty();
    }

    /** Whether the source has to wait until some of what is late has left. */
    boolean full() {
        return full;
    }

    long bytes() {
        return lane.bytes() + loose.bytes();
    }

    /** A whole message has come. */
    void message(WireMessage message) {
        long now = System.nanoTime();
        Fate fate = faults.message(message, now);
        deliver(fate.deliveries(), now);
        full |= bytes() >= FULL;
        if (fate.ending() != null) {
            tunnel.faults().end(fate.ending());
        }
        watchWindows(now);
    }

    private void deliver(List<Delivery> deliveries, long now) {
        for (int i = 0; i < deliveries.size(); i++) {
            Delivery delivery = deliveries.get(i);
            boolean shares = i + 1 < deliveries.size() && delivery.sharesContent(deliveries.get(i + 1));
            // Of those that share their content the last one is to carry it.
            long bytes = shares ? 0 : sizeInMemory(delivery);
            Departures where = delivery.inOrder() ? lane : loose;
            where.add(new Departures.Departure(now + Math.max(0, delivery.delayNanos()), bytes, delivery.heldBy(),
                    () -> gate.send(delivery.message().opcode(), encode(delivery))), now);
        }
    }

    private static long sizeInMemory(Delivery delivery) {
        byte[] changed = delivery.changed();
        return changed == null ? ((WireMessage) delivery.message()).wire().length : changed.length;
    }

    /** A Close frame comes behind everything that was sent before it, copies of that included; takes ownership of its bytes. */
    void close(ByteBuf close) {
        long now = System.nanoTime();
        lineUp(now);
        lane.add(new Departures.Departure(now, 0, List.of(), new LateFrame(close, () -> gate.late(close))), now);
    }

    /** What is kept loosely or in windows goes into the lane. */
    private void lineUp(long now) {
        deliver(faults.flush(now), now);
        for (Departures.Departure each : loose.takeAll()) {
            lane.add(new Departures.Departure(now, each.bytes(), List.of(), each.late()), now);
        }
        watchWindows(now);
    }

    /** Everything that waits leaves now, in order, because of what cannot wait behind it. */
    void letGoAll() {
        lineUp(System.nanoTime());
        lane.letGo(_ -> true);
        left();
    }

    /** The source has ended, or is not to be heard any more. @param task runs as soon as nothing is late */
    void whenEmpty(Runnable task) {
        lineUp(System.nanoTime());
        whenEmpty.add(task);
        left();
    }

    /** Some have left. */
    private void left() {
        gate.flush();
        if (isEmpty()) {
            List<Runnable> tasks = List.copyOf(whenEmpty);
            whenEmpty.clear();
            tasks.forEach(Runnable::run);
        }
        if (full && bytes() < FULL / 2) {
            full = false;
            gate.obstacles().relieved();
        }
        if (idle()) {
            gate.obstacles().calm();
        }
    }

    /** The faults have changed: what was only delayed goes on. */
    void changed() {
        long now = System.nanoTime();
        deliver(faults.due(now), now);
        lane.letGo(faults::letGo);
        loose.letGo(faults::letGo);
        left();
        watchWindows(now);
    }

    private void watchWindows(long now) {
        if (windowTimer != null) {
            windowTimer.cancel(false);
            windowTimer = null;
        }
        long wait = faults.untilNext(now);
        if (wait != Waits.NEVER) {
            windowTimer = tunnel.loop()
                    .schedule(this::windowsDue, Math.max(1_000_000, wait), TimeUnit.NANOSECONDS);
        }
    }

    private void windowsDue() {
        long now = System.nanoTime();
        deliver(faults.due(now), now);
        left();
        watchWindows(now);
    }

    /** What a Ping or Pong comes to: true when it does not leave now; then its bytes have been taken over. */
    boolean control(WireFrame frame) {
        long now = System.nanoTime();
        ControlFate fate = faults.control(frame.opcode(), now);
        if (fate.swallowed()) {
            frame.bytes().release();
        } else if (fate.delayNanos() > 0) {
            loose.add(new Departures.Departure(now + fate.delayNanos(), frame.bytes().readableBytes(), fate.heldBy(),
                    new LateFrame(frame.bytes(), () -> gate.late(frame))), now);
        }
        return fate.swallowed() || fate.delayNanos() > 0;
    }

    /** A frame that leaves as it came, or is let go when nobody is left. */
    private record LateFrame(ByteBuf bytes, Runnable leaves) implements Departures.Late {
        @Override
        public void leave() {
            leaves.run();
        }

        @Override
        public void drop() {
            bytes.release();
        }
    }

    private byte[] encode(Delivery delivery) {
        boolean masked = direction == Direction.TO_UPSTREAM;
        byte[] message = delivery.changed() == null && delivery.fragment() == 0
                ? ((WireMessage) delivery.message()).wire()
                : frames(delivery.message().opcode(), delivery.content(), delivery.fragment(), masked);
        if (delivery.violation() == null) {
            return message;
        }
        byte[] violation = Violations.frame(delivery.violation(), masked);
        byte[] both = Arrays.copyOf(violation, violation.length + message.length);
        System.arraycopy(message, 0, both, violation.length, message.length);
        return both;
    }

    private static byte[] frames(Opcode opcode, byte[] content, int fragment, boolean masked) {
        int size = fragment == 0 ? Math.max(1, content.length)
                : Math.max(fragment, content.length / MOST_FRAGMENTS + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 64);
        int at = 0;
        do {
            int end = Math.min(content.length, at + size);
            int first = FrameEncoder.firstByte(at == 0 ? opcode : Opcode.CONTINUATION, end == content.length, false);
            byte[] part = Arrays.copyOfRange(content, at, end);
            out.writeBytes(masked ? FrameEncoder.masked(first, ThreadLocalRandom.current().nextInt(), part)
                    : FrameEncoder.unmasked(first, part));
            at = end;
        } while (at < content.length);
        return out.toByteArray();
    }

    void stop() {
        lane.stop();
        loose.stop();
        if (windowTimer != null) {
            windowTimer.cancel(false);
        }
    }
}
