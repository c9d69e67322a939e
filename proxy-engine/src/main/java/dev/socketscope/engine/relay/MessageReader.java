package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import org.jspecify.annotations.Nullable;

/** Reads the unfragmented messages of one direction before they leave. */
interface MessageReader {
    /** Stands for the content of any message that is not the text of a JSON object: nobody reads those, and some are long. */
    byte[] NO_OBJECT = {};

    /**
     * @param payload unmasked and inflated, or {@link #NO_OBJECT}
     * @param away whether the message waits because its receiver is away
     * @return whether the message is dealt with and must neither be passed on nor wait
     */
    boolean takes(Direction direction, Opcode opcode, byte[] payload, boolean away);

    /** A message has passed that could not be read: too long, in fragments, or compressed together with others. */
    default void missed(Direction direction) {}

    /** Asks another reader for what this one leaves. */
    default MessageReader orElse(MessageReader next) {
        return new Both(this, next);
    }

    /** What is left when one reader has had enough; null when nobody is left. */
    default @Nullable MessageReader without(MessageReader gone) {
        return gone == this ? null : this;
    }

    /** Two readers, one after the other. */
    record Both(MessageReader first, MessageReader second) implements MessageReader {
        @Override
        public boolean takes(Direction direction, Opcode opcode, byte[] payload, boolean away) {
            return first.takes(direction, opcode, payload, away) || second.takes(direction, opcode, payload, away);
        }

        @Override
        public void missed(Direction direction) {
            first.missed(direction);
            second.missed(direction);
        }

        @Override
        public @Nullable MessageReader without(MessageReader gone) {
            MessageReader left = first.without(gone);
            MessageReader right = second.without(gone);
            return left == null ? right : right == null ? left : new Both(left, right);
        }
    }
}
