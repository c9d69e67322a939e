package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a scenario in the order in which they are taken. It depends on the scenario alone, so the same file and seed arm the same
 * faults in the same order at the same offsets.
 *
 * @param actions by time, and in the order of the file where times are equal
 * @param end when the last step is done and nothing that it began lasts any more, as far as that was said
 */
record Plan(List<Action.Planned> actions, Duration end) {
    private static final long LARGEST_SEED = (1L << 53) - 1;

    static Plan of(Scenario scenario) {
        List<Action.Planned> actions = new ArrayList<>();
        Duration end = Duration.ZERO;
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            for (Action action : actions(step, mixed(scenario.seed() + i))) {
                actions.add(new Action.Planned(step.at(), action));
            }
            end = longer(end, step.at().plus(lasting(step)));
        }
        actions.sort(Comparator.comparing(Action.Planned::at));
        return new Plan(List.copyOf(actions), end);
    }

    private static List<Action> actions(Step step, long seed) {
        return switch (step) {
            case Step.Arm arm -> List.of(new Action.Arm(arm.ownSeed() ? arm.fault() : seeded(arm.fault(), seed)));
            case Step.Disarm disarm -> List.of(new Action.Disarm(disarm.label()));
            case Step.Cut cut when cut.time() != null -> List.of(new Action.Arm(seeded(down(cut, cut.time()), seed)));
            case Step.Cut cut -> List.of(new Action.End(cut.match(), cut.legs(), cut.mode(), cut.code(), cut.reason()));
            case Step.Preset preset -> hop(preset, seed);
            case Step.Inject inject ->
                List.of(new Action.Inject(inject.match(), inject.direction(), inject.text()));
        };
    }

    private static Fault down(Step.Cut cut, Duration time) {
        return Fault.of(new EndingFault.Cut(cut.legs(), cut.mode(), cut.code(), cut.reason()))
                .on(cut.match())
                .during(Duration.ZERO, time)
                .called(Step.Cut.LABEL);
    }

    private static List<Action> hop(Step.Preset step, long seed) {
        List<Action> actions = new ArrayList<>();
        for (Fault fault : step.preset().faults(step.match())) {
            Duration left = step.time() == null ? null : step.time().minus(fault.after());
            if (left == null || left.isPositive()) {
                Fault bounded = fault.during(fault.after(), shorter(fault.duration(), left));
                actions.add(new Action.Arm(seeded(bounded, mixed(seed + actions.size()))));
            }
        }
        return actions;
    }

    private static Fault seeded(Fault fault, long seed) {
        return fault.likely(fault.probability(), seed);
    }

    /** Neighbouring numbers become seeds that have nothing in common, and that every reader of JSON takes for what they are. */
    private static long mixed(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (z ^ z >>> 31) & LARGEST_SEED;
    }

    private static Duration lasting(Step step) {
        return switch (step) {
            case Step.Arm arm -> arm.fault().after().plus(known(arm.fault().duration()));
            case Step.Cut cut -> known(cut.time());
            case Step.Preset preset -> known(preset.time());
            case Step.Disarm _,Step.Inject _ -> Duration.ZERO;
        };
    }

    private static Duration known(@Nullable Duration span) {
        return span == null ? Duration.ZERO : span;
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        return one == null ? other : other == null || one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
