package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that is done at one moment of the scenario's clock. */
public sealed interface Step {
    /** From the start of the clock. */
    Duration at();

    /** The label under which a later step can disarm what it does; empty when none can. */
    default Optional<String> armedAs() {
        return switch (this) {
            case Arm arm -> Optional.of(arm.fault().label()).filter(label -> !label.isEmpty());
            case Cut cut -> Optional.ofNullable(cut.time()).map(any -> Cut.LABEL);
            case Preset preset -> Optional.of(preset.preset().wireName());
            case Disarm _,Inject _ -> Optional.empty();
        };
    }

    /** The labels that can be disarmed at a moment, each once, in the order of the steps. */
    static List<String> armed(List<Step> steps, Duration at) {
        return steps.stream()
                .filter(step -> step.at().compareTo(at) <= 0)
                .flatMap(step -> step.armedAs().stream())
                .distinct()
                .toList();
    }

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
