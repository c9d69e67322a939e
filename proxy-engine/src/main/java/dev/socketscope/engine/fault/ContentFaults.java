package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes a message's content: {@code replace}, {@code map}, {@code corrupt}, {@code truncate}, each acting on what the one before has left. */
final class ContentFaults {
    private ContentFaults() {}

    static Delivery change(List<Placed> faults, Message message, long now) {
        Delivery delivery = Delivery.unchanged(message);
        for (Placed fault : faults) {
            byte[] content = changed(fault, message, delivery.content(), now);
            if (content != null) {
                fault.tell("message changed: " + fault.rule().armed().type().wireName(), now);
                delivery = delivery.with(content);
            }
        }
        return delivery;
    }

    /** A message that the fault could not change is no candidate. */
    private static byte @Nullable [] changed(Placed fault, Message message, byte[] content, long now) {
        if (fault.spec() instanceof MessageFault.Replace how && fault.rule().concerns(message)) {
            return ifFires(fault, Mutations.replace(content, how), now);
        }
        if (fault.spec() instanceof MessageFault.MapTo how && fault.rule().concerns(message)) {
            return ifFires(fault, Mutations.map(content, how), now);
        }
        if (fault.spec() instanceof MessageFault.Truncate(int bytes) && fault.rule().concerns(message)) {
            return ifFires(fault, Mutations.truncate(content, message.opcode(), bytes), now);
        }
        return fault.spec() instanceof MessageFault.Corrupt how && content.length > 0 && fault.fires(message, now)
                ? Corruption.corrupt(content, message.opcode(), how, fault.trigger().effects())
                : null;
    }

    private static byte @Nullable [] ifFires(Placed fault, byte @Nullable [] changed, long now) {
        return changed != null && fault.trigger().fires(now) ? changed : null;
    }
}
