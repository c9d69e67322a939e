package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import org.jspecify.annotations.Nullable;

/**
 * One time that a message is to be sent.
 *
 * @param message the message as it came; its own frames are sent unless the content was changed or is to be fragmented
 * @param changed the new content; null when it is unchanged
 * @param delayNanos from now
 * @param inOrder whether what follows waits for it, too; copies do not hold up anybody
 * @param fragment payload of each frame; 0 for one frame
 * @param violation a frame that breaks this rule goes before it; null for none
 */
public record Delivery(Message message, byte @Nullable [] changed, long delayNanos, boolean inOrder, int fragment,
        MessageFault.@Nullable Rule violation) {

    static Delivery unchanged(Message message) {
        return new Delivery(message, null, 0, true, 0, null);
    }

    Delivery with(byte[] content) {
        return new Delivery(message, content, delayNanos, inOrder, fragment, violation);
    }

    Delivery later(long nanos) {
        return new Delivery(message, changed, delayNanos + nanos, inOrder, fragment, violation);
    }

    Delivery copyAfter(long nanos) {
        return new Delivery(message, changed, delayNanos + nanos, nanos == 0 && inOrder, fragment, violation);
    }

    Delivery inFragments(int bytes) {
        return new Delivery(message, changed, delayNanos, inOrder, bytes, violation);
    }

    Delivery after(MessageFault.Rule broken) {
        return new Delivery(message, changed, delayNanos, inOrder, fragment, broken);
    }

    /** The content that is sent. */
    public byte[] content() {
        return changed == null ? message.payload() : changed;
    }
}
