package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.fault.FrameFaults;
import dev.socketscope.engine.fault.Stops;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of one direction have to get past. Belongs to the tunnel's event loop; costs nothing while there is nothing.
 *
 * <pre>
 *   message, Close, end ─► HeldQueue ─────► FaultedMessages ──► FrameGate
 *                          breakpoints      faults
 *   ping, pong ──────────────────────────► FaultedMessages ──► FrameGate
 * </pre>
 */
final class Obstacles {
    private final Tunnel tunnel;
    private final Direction direction;
    private final Flow flow;
    private final FrameGate gate;
    private @Nullable HeldQueue held;
    private @Nullable FaultedMessages faulted;

    Obstacles(Tunnel tunnel, Direction direction, Flow flow, FrameGate gate) {
        this.tunnel = tunnel;
        this.direction = direction;
        this.flow = flow;
        this.gate = gate;
    }

    boolean any() {
        return faulted != null || held != null;
    }

    /** Whether whole messages wait here for what their faults or a person decides. */
    boolean holdBack() {
        return held != null || faulted != null && faulted.wantsMessages();
    }

    /** Whether so much is late that the source has to wait. */
    boolean full() {
        return faulted != null && faulted.full();
    }

    long bytes() {
        return (held == null ? 0 : held.bytes()) + (faulted == null ? 0 : faulted.bytes());
    }

    /** Frames meet these faults from now on. */
    void disturb(FrameFaults faults) {
        FaultedMessages disturbed = faulted;
        if (disturbed == null && !faults.idle()) {
            disturbed = new FaultedMessages(tunnel, direction, gate, faults);
            faulted = disturbed;
        }
        if (disturbed != null) {
            disturbed.changed();
        }
    }

    /** No fault acts any more, and nothing is late. */
    void calm() {
        faulted = null;
    }

    /** The source need not wait any longer. */
    void relieved() {
        flow.start();
    }

    /** Messages are held at these breakpoints from now on. */
    void stopAt(Stops stops, BreakpointBoard board) {
        if (held == null && !stops.idle()) {
            held = new HeldQueue(tunnel, direction, this, stops, board);
        }
        if (held != null) {
            held.changed();
            if (held.idle()) {
                held = null;
            }
        }
    }

    /** What a Ping or Pong comes to: true when it does not leave now; then its bytes have been taken over. */
    boolean control(WireFrame frame) {
        return faulted != null && faulted.control(frame);
    }

    /** A whole message has come. */
    void message(WireMessage message) {
        if (held != null) {
            held.message(message);
        } else {
            pastBreakpoints(message);
        }
    }

    /** No breakpoint holds the message, or not any longer. */
    void pastBreakpoints(WireMessage message) {
        if (faulted != null) {
            faulted.message(message);
        } else {
            gate.send(message.opcode(), message.wire());
        }
    }

    /** Another message goes on in place of one that was held. */
    void replaced(EngineFrame instead) {
        flow.note(instead);
        pastBreakpoints(new WireMessage(instead.opcode(), instead.bytes()));
    }

    /** A Close frame comes behind everything that was sent before it: true when something was; then its bytes have been taken over. */
    boolean close(WireFrame frame) {
        if (held != null && !held.isEmpty()) {
            byte[] close = frame.copy();
            held.behind(() -> closePastBreakpoints(Unpooled.wrappedBuffer(close)), false);
            frame.bytes().release();
            return true;
        }
        if (faulted == null) {
            return false;
        }
        faulted.close(frame.bytes());
        return true;
    }

    private void closePastBreakpoints(ByteBuf close) {
        if (faulted == null) {
            gate.late(close);
        } else {
            faulted.close(close);
        }
    }

    /** What is late leaves now: something comes behind it that cannot wait. What a person has to decide on stays. */
    void letGoLate() {
        if (faulted != null) {
            faulted.letGoAll();
        }
    }

    /** Everything leaves now: a message is coming that nothing can hold back. */
    void letGoAll() {
        if (held != null) {
            held.letAllGo();
        }
        letGoLate();
    }

    /** The source has ended, or is not to be heard any more. @param task runs as soon as nothing of it is held or late */
    void whenEmpty(Runnable task) {
        if (held == null || !held.behind(() -> whenNothingLate(task), true)) {
            whenNothingLate(task);
        }
    }

    private void whenNothingLate(Runnable task) {
        if (faulted == null) {
            task.run();
        } else {
            faulted.whenEmpty(task);
        }
    }

    void flush() {
        flow.flush();
    }

    /** Nothing more is sent to the destination. */
    void ended() {
        if (held != null) {
            held.lose();
        }
    }

    void release() {
        ended();
        if (faulted != null) {
            faulted.stop();
        }
    }
}
