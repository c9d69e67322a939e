package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.fault.Delivery;
import dev.socketscope.engine.fault.Fate;
import dev.socketscope.engine.fault.FrameFaults;
import dev.socketscope.engine.fault.Violations;
import dev.socketscope.engine.fault.Waits;
import dev.socketscope.engine.ws.FrameEncoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages of one direction as its faults decide: changed, later, several times, or not at all. Belongs to the tunnel's event
 * loop.
 */
final class FaultedMessages {
    private static final int MOST_FRAGMENTS = 65_536;

    /** Something that leaves at its moment, and not before what stands in front of it. */
    private record Late(long atNanos, Runnable leaves) {}

    private final Tunnel tunnel;
    private final Direction direction;
    private final FrameGate gate;
    private final FrameFaults faults;
    private final ArrayDeque<Late> lane = new ArrayDeque<>();
    private @Nullable Future<?> laneTimer;
    private @Nullable Future<?> windowTimer;
    private int copiesUnderWay;
    private boolean stopped;

    FaultedMessages(Tunnel tunnel, Direction direction, FrameGate gate, FrameFaults faults) {
        this.tunnel = tunnel;
        this.direction = direction;
        this.gate = gate;
        this.faults = faults;
    }

    FrameFaults faults() {
        return faults;
    }

    /** Whether no fault acts and nothing is late any more. */
    boolean idle() {
        return faults.idle() && lane.isEmpty() && copiesUnderWay == 0;
    }

    /** A whole message has come. */
    void message(WireMessage message) {
        long now = System.nanoTime();
        Fate fate = faults.message(message, now);
        deliver(fate.deliveries(), now);
        if (fate.ending() != null) {
            tunnel.faults().end(fate.ending());
        }
        watchWindows(now);
    }

    private void deliver(List<Delivery> deliveries, long now) {
        for (Delivery delivery : deliveries) {
            Opcode opcode = delivery.message().opcode();
            byte[] wire = encode(delivery);
            if (delivery.inOrder()) {
                inOrder(now + Math.max(0, delivery.delayNanos()), () -> gate.send(opcode, wire));
            } else {
                copiesUnderWay++;
                tunnel.loop().schedule(() -> {
                    copiesUnderWay--;
                    if (!stopped) {
                        gate.send(opcode, wire);
                        gate.flush();
                    }
                }, delivery.delayNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** A Close frame comes behind everything that was sent before it. */
    void close(Runnable leaves) {
        long now = System.nanoTime();
        deliver(faults.flush(now), now);
        inOrder(now, leaves);
    }

    private void inOrder(long atNanos, Runnable leaves) {
        if (lane.isEmpty() && atNanos - System.nanoTime() <= 0) {
            leaves.run();
            return;
        }
        Late last = lane.peekLast();
        lane.add(new Late(last != null && last.atNanos() - atNanos > 0 ? last.atNanos() : atNanos, leaves));
        if (laneTimer == null) {
            watchLane();
        }
    }

    private void watchLane() {
        Late first = lane.peek();
        laneTimer = first == null ? null : tunnel.loop()
                .schedule(this::drainLane,
                        Math.max(0, first.atNanos() - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void drainLane() {
        laneTimer = null;
        while (!stopped && !lane.isEmpty() && lane.element().atNanos() - System.nanoTime() <= 0) {
            lane.remove().leaves().run();
        }
        gate.flush();
        if (!stopped) {
            watchLane();
        }
    }

    /** The faults have changed: what was only delayed goes on. */
    void changed() {
        long now = System.nanoTime();
        deliver(faults.due(now), now);
        if (faults.idle()) {
            while (!lane.isEmpty()) {
                lane.remove().leaves().run();
            }
        }
        gate.flush();
        watchWindows(now);
    }

    private void watchWindows(long now) {
        if (windowTimer != null) {
            windowTimer.cancel(false);
            windowTimer = null;
        }
        long wait = faults.untilNext(now);
        if (wait != Waits.NEVER && !stopped) {
            windowTimer = tunnel.loop().schedule(this::changed, Math.max(1_000_000, wait), TimeUnit.NANOSECONDS);
        }
    }

    /** What a Ping or Pong comes to: true when it does not leave now; then its bytes have been taken over. */
    boolean control(WireFrame frame) {
        FrameFaults.ControlFate fate = faults.control(frame.opcode(), System.nanoTime());
        if (fate.swallowed()) {
            frame.bytes().release();
        } else if (fate.delayNanos() > 0) {
            tunnel.loop().schedule(() -> {
                if (stopped) {
                    frame.bytes().release();
                } else {
                    gate.late(frame);
                    gate.flush();
                }
            }, fate.delayNanos(), TimeUnit.NANOSECONDS);
        }
        return fate.swallowed() || fate.delayNanos() > 0;
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
        stopped = true;
        lane.clear();
        if (laneTimer != null) {
            laneTimer.cancel(false);
        }
        if (windowTimer != null) {
            windowTimer.cancel(false);
        }
    }
}
