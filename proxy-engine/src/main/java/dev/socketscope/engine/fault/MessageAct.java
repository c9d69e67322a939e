package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault of whole messages at work in one direction of a connection. Each acts at one of the steps, in the order in which they stand here,
 * and lets messages pass the others. Belongs to the connection's thread.
 */
sealed interface MessageAct
        permits DisconnectInPlace, Drop, ContentAct, Duplicate, Reorder, DelayMessage, Fragment, Violate {
    static MessageAct of(MessageFault spec, FrameHold hold) {
        return switch (spec) {
            case MessageFault.Drop _ -> new Drop(hold);
            case MessageFault.Replace replace -> new Replace(hold, replace);
            case MessageFault.MapTo map -> new MapTo(hold, map);
            case MessageFault.Corrupt corrupt -> new Corrupt(hold, corrupt);
            case MessageFault.Truncate(var bytes) -> new Truncate(hold, bytes);
            case MessageFault.Duplicate duplicate -> new Duplicate(hold, duplicate);
            case MessageFault.Reorder reorder -> new Reorder(hold, reorder);
            case MessageFault.Delay delay -> new DelayMessage(hold, delay);
            case MessageFault.Fragment(var bytes) -> new Fragment(hold, bytes);
            case MessageFault.Violate(var rule) -> new Violate(hold, rule);
        };
    }

    FrameHold hold();

    /** How the connection ends in the message's place; null when it does not. */
    default @Nullable Ending ending(Message message, long now) {
        return null;
    }

    /** Whether the message vanishes. */
    default boolean drops(Message message, long now) {
        return false;
    }

    /** The message, perhaps with other content. */
    default Delivery change(Delivery delivery, long now) {
        return delivery;
    }

    /** @param all where its copies are added */
    default void copy(Delivery first, List<Delivery> all, long now) {}

    /** @return what goes on now: of these and of those that were kept before */
    default List<Delivery> reorder(List<Delivery> deliveries, long now) {
        return deliveries;
    }

    /** The message as it is to be sent. */
    default Delivery finish(Delivery delivery, long now) {
        return delivery;
    }

    /** Whether messages are kept. */
    default boolean keeps() {
        return false;
    }

    /** What has been kept for too long, or by a fault that was disarmed, in its own order. */
    default List<Delivery> release(List<FaultRule> inScope, long now) {
        return List.of();
    }

    /** Everything that is kept, in its own order. */
    default List<Delivery> releaseAll() {
        return List.of();
    }

    /** How long until {@link #release} has to be asked. */
    default long untilRelease(long now) {
        return Waits.NEVER;
    }
}
