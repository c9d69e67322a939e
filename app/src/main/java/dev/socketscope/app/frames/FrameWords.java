package dev.socketscope.app.frames;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Short and long words for what a frame is. */
final class FrameWords {
    /** A frame that spends longer in the engine is a late one. */
    static final long LATE_MICROS = 100_000;

    private FrameWords() {}

    /** A mark beside the type, and what it means. */
    record Mark(String text, String meaning) {}

    /** At most four letters, or {@code OP 3} for an opcode that the RFC leaves open. */
    static String type(Frame frame) {
        return switch (frame.opcode()) {
            case TEXT -> "TEXT";
            case BINARY -> "BIN";
            case CONTINUATION -> "CONT";
            case CLOSE -> "CLOSE";
            case PING -> "PING";
            case PONG -> "PONG";
            case RESERVED -> "OP " + Integer.toHexString(frame.firstByte() & 0xF).toUpperCase(Locale.ROOT);
        };
    }

    static String direction(Direction direction) {
        return switch (direction) {
            case TO_CLIENT -> "to the client";
            case TO_UPSTREAM -> "to the upstream";
        };
    }

    /** What is unusual about the frame, most telling first. */
    static List<Mark> marks(Frame frame) {
        var marks = new ArrayList<Mark>();
        if ((frame.rsv() & 0b011) != 0) {
            marks.add(new Mark("RSV", "a reserved bit is set that no extension uses"));
        }
        if (frame.injected()) {
            marks.add(new Mark("inj", "sent by the engine, not by a peer"));
        }
        if (frame.held()) {
            marks.add(new Mark("held", "kept back by the engine before it went on"));
        }
        if (!frame.faults().isEmpty()) {
            marks.add(new Mark("fault", "touched by fault " + String.join(", ", frame.faults())));
        }
        if (frame.inProxyMicros() > LATE_MICROS) {
            marks.add(new Mark("late", "more than " + LATE_MICROS / 1_000 + " ms in the engine"));
        }
        if (!frame.fin()) {
            marks.add(new Mark("part", "FIN is 0: more of this message follows"));
        }
        if (frame.rsv1()) {
            marks.add(new Mark("zip", "RSV1 is set: compressed by permessage-deflate"));
        }
        return marks;
    }
}
