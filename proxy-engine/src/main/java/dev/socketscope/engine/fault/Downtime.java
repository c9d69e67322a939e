package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultSpec;
import org.jspecify.annotations.Nullable;

/** When a fault keeps the link of a leg down, and how what is open then ends. */
sealed interface Downtime permits Cut, Flap {
    /** Null when the fault leaves links alone. */
    static @Nullable Downtime of(FaultRule rule) {
        return switch (rule.armed().spec()) {
            case EndingFault.Cut cut -> new Cut(rule, cut);
            case EndingFault.Flap flap -> new Flap(rule, flap);
            case FaultSpec _ -> null;
        };
    }

    FaultRule rule();

    /** How connections end that are open when it goes down. */
    Ending ending();

    boolean isDown(long now);

    /** How often it has gone down up to that moment, from 1; 0 before the first time. */
    long cycle(long now);

    /** How long until it goes down again; {@link Waits#NEVER} when it will not. */
    long untilDown(long now);

    default boolean concerns(Command.Legs side) {
        return ending().legs() == Command.Legs.BOTH || ending().legs() == side;
    }
}
