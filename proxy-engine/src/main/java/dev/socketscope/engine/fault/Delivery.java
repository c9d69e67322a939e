package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One time that a message is to be sent.
 *
 * @param message the message as it came; its own frames are sent unless the content was changed or is to be fragmented
 * @param changed the new content; null when it is unchanged
 * @param delayNanos from now
 * @param heldBy the faults that delay it; once all of them are disarmed it is not to be delayed any longer
 * @param inOrder whether what follows waits for it, too; copies do not hold up anybody
 * @param fragment payload of each frame; 0 for one frame
 * @param violation a frame that breaks this rule goes before it; null for none
 */
public record Delivery(Message message, byte @Nullable [] changed, long delayNanos, List<FaultRule> heldBy,
        boolean inOrder,
        int fragment, MessageFault.@Nullable Rule violation) {

    static Delivery unchanged(Message message) {
        return new Delivery(message, null, 0, List.of(), true, 0, null);
    }

    Delivery with(byte[] content) {
        return new Delivery(message, content, delayNanos, heldBy, inOrder, fragment, violation);
    }

    Delivery later(long nanos, FaultRule by) {
        return new Delivery(message, changed, delayNanos + nanos, and(by), inOrder, fragment, violation);
    }

    Delivery copyAfter(long nanos, FaultRule by) {
        return new Delivery(message, changed, delayNanos + nanos, and(by), nanos == 0 && inOrder, fragment, violation);
    }

    private List<FaultRule> and(FaultRule another) {
        return Stream.concat(heldBy.stream(), Stream.of(another)).toList();
    }

    Delivery inFragments(int bytes) {
        return new Delivery(message, changed, delayNanos, heldBy, inOrder, bytes, violation);
    }

    Delivery after(MessageFault.Rule broken) {
        return new Delivery(message, changed, delayNanos, heldBy, inOrder, fragment, broken);
    }

    /** Whether both are the same bytes in memory. */
    public boolean sharesContent(Delivery other) {
        return message == other.message && changed == other.changed;
    }

    /** The content that is sent. */
    public byte[] content() {
        return changed == null ? message.payload() : changed;
    }
}
