package dev.socketscope.engine.journal;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import java.util.List;
import java.util.Set;

/**
 * What a frame has to fulfil at the least to be of interest, in terms that a store can judge without handing the frame out. Whoever
 * passes still has to be looked at; who does not pass is of no interest.
 */
public sealed interface FrameScreen {
    /** What needs no value. */
    enum Plain implements FrameScreen {
        /** Lets every frame pass. */
        EVERY,
        /**
         * Frames whose payload, as it is kept, is not what they say: close frames, compressed ones that are not inflated, and those that
         * end a fragmented message and speak for all of it.
         */
        OTHER_CONTENT
    }

    /** @param parts at least two */
    record All(List<FrameScreen> parts) implements FrameScreen {}

    /** @param parts at least two */
    record Any(List<FrameScreen> parts) implements FrameScreen {}

    record Towards(Direction direction) implements FrameScreen {}

    record OfOpcode(Set<Opcode> opcodes) implements FrameScreen {}

    /** A number that every frame has. */
    enum Measure {
        SEQ,
        /** Payload bytes on the wire. */
        LENGTH,
        /** Negative while unknown. */
        IN_PROXY_MICROS
    }

    /**
     * @param least a frame may have this
     * @param most and this; nothing passes when it is less than {@code least}
     */
    record Within(Measure measure, long least, long most) implements FrameScreen {}

    /**
     * The payload, as it is kept, holds a run of bytes.
     *
     * @param bytes a byte a character, as in ISO 8859-1; not empty
     * @param eitherCase whether ASCII letters count in either case; {@code bytes} are ASCII then
     */
    record Holding(String bytes, boolean eitherCase) implements FrameScreen {}

    static FrameScreen all(List<FrameScreen> parts) {
        List<FrameScreen> left = parts.stream().filter(part -> part != Plain.EVERY).toList();
        return left.isEmpty() ? Plain.EVERY : left.size() == 1 ? left.getFirst() : new All(left);
    }

    static FrameScreen any(List<FrameScreen> parts) {
        return parts.contains(Plain.EVERY) ? Plain.EVERY : parts.size() == 1 ? parts.getFirst() : new Any(parts);
    }
}
