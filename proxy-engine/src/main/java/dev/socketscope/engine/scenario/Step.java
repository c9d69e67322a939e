package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing that is done at one moment of the scenario's clock. */
public sealed interface Step {
    /** From the start of the clock. */
    Duration at();

    /**
     * Arms a fault.
     *
     * @param ownSeed whether the fault's seed is the author's; otherwise it is derived from the scenario's
     */
    record Arm(Duration at, Fault fault, boolean ownSeed) implements Step {}

    /** Disarms what earlier steps have armed under a label. */
    record Disarm(Duration at, String label) implements Step {}

    /**
     * Ends connections.
     *
     * @param match which; whole connections
     * @param code for {@link Mode#CLOSE}
     * @param reason for {@link Mode#CLOSE}
     * @param time how long the link stays down; null for a cut from which everybody may come back at once
     */
    record Cut(Duration at, FaultMatch match, Legs legs, Mode mode, int code, String reason,
            @Nullable Duration time) implements Step {
        /** The label under which a cut that lasts can be disarmed. */
        public static final String LABEL = "cut";
    }

    /**
     * Puts a hop in the way, under its name as the label.
     *
     * @param time how long; null until it is disarmed
     */
    record Preset(Duration at, FaultPreset preset, FaultMatch match, @Nullable Duration time) implements Step {}

    /** Sends a text message that no peer has sent, on every chosen connection that is open. */
    record Inject(Duration at, FaultMatch match, Direction direction, String text) implements Step {}
}
