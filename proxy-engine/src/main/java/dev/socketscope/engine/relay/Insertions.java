package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Opcode;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Frames of the engine's own, which go to a destination as soon as there is a place between its peer's frames (RFC 6455 §5.4, §5.5). */
final class Insertions {
    /** A peer that never ends its message must not make the engine's frames pile up; the oldest ping is of no use then. */
    private static final int MOST = 64;

    private final Flow flow;
    private final Outlet outlet;
    private @Nullable ArrayDeque<EngineFrame> waiting;

    Insertions(Flow flow, Outlet outlet) {
        this.flow = flow;
        this.outlet = outlet;
    }

    void add(EngineFrame frame) {
        ArrayDeque<EngineFrame> frames = waiting;
        if (frames == null) {
            frames = new ArrayDeque<>(2);
            waiting = frames;
        }
        if (frames.size() == MOST) {
            frames.removeFirst();
        }
        frames.add(frame);
    }

    boolean waiting() {
        return waiting != null;
    }

    /**
     * A frame may stand here: sends what waits for that. Nothing follows a Close frame.
     *
     * @param data whether a message may begin here, if none is under way
     */
    void send(boolean data) {
        while (waiting != null) {
            EngineFrame next = next(!data || flow.partOfMessageSent());
            if (next == null) {
                return;
            }
            send(next);
        }
    }

    /** Sends a frame now. */
    void send(EngineFrame frame) {
        flow.gate().injecting(frame);
        sendUncounted(frame);
    }

    /** As {@link #send(EngineFrame)}, but it is none of the messages that are counted. */
    void sendUncounted(EngineFrame frame) {
        flow.note(frame);
        outlet.write(frame.bytes(), frame.taken());
        if (frame.opcode() == Opcode.CLOSE) {
            flow.drop();
        }
    }

    /** The oldest frame that may stand here; null when none may. */
    private @Nullable EngineFrame next(boolean insideMessage) {
        if (waiting == null) {
            return null;
        }
        for (Iterator<EngineFrame> frames = waiting.iterator(); frames.hasNext();) {
            EngineFrame frame = frames.next();
            if (frame.opcode().isControl() || !insideMessage) {
                frames.remove();
                if (waiting.isEmpty()) {
                    waiting = null;
                }
                return frame;
            }
        }
        return null;
    }

    void clear() {
        waiting = null;
    }
}
