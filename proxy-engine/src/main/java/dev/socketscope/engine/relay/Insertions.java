package dev.socketscope.engine.relay;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Frames of the engine's own that wait for a place between the peers' frames (RFC 6455 §5.4, §5.5). */
final class Insertions {
    /** A peer that never ends its message must not make the engine's frames pile up; the oldest ping is of no use then. */
    private static final int MOST = 64;

    private @Nullable ArrayDeque<EngineFrame> waiting;

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

    /** The oldest frame that may stand here; null when none may. */
    @Nullable
    EngineFrame next(boolean insideMessage) {
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
