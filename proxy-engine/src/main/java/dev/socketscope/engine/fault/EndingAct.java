package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.EndingFault;
import org.jspecify.annotations.Nullable;

/** A fault that ends one connection, or keeps its end back, at work. Belongs to the connection's thread. */
sealed interface EndingAct permits Disconnect, MaxLifetime, IdleCut, LinkDown, SlowClose {
    static EndingAct of(EndingFault spec, ConnectionHold hold) {
        return switch (spec) {
            case EndingFault.Disconnect disconnect -> new Disconnect(hold, disconnect);
            case EndingFault.MaxLifetime(var lifetime) -> new MaxLifetime(hold, lifetime);
            case EndingFault.IdleCut(var idle) -> new IdleCut(hold, idle);
            case EndingFault.SlowClose(var delay) -> new SlowClose(hold, delay);
            case EndingFault.Cut cut -> new LinkDown(hold, new Cut(hold.rule(), cut));
            case EndingFault.Flap flap -> new LinkDown(hold, new Flap(hold.rule(), flap));
        };
    }

    ConnectionHold hold();

    /** The end, when it has come; null otherwise. */
    default @Nullable Ending due(Endings.Life life, long now) {
        return null;
    }

    /** How long until {@link #due} has to be asked again, when it has just been asked. */
    default long untilNext(Endings.Life life, long now) {
        return Waits.NEVER;
    }

    /** Whether the link to that side is down, so that dialling fails. */
    default boolean isDown(Legs side, long now) {
        return false;
    }

    /** How much later a leg's end reaches the other leg. */
    default long slowCloseNanos(long now) {
        return 0;
    }
}
