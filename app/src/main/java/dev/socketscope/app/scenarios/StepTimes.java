package dev.socketscope.app.scenarios;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When steps begin and how long what they do lasts. */
final class StepTimes {
    /** A file knows no shorter span. */
    static final Duration SHORTEST = Duration.ofMillis(1);
    static final Duration LATEST = Duration.ofHours(24);

    private StepTimes() {}

    static Step at(Step step, Duration at) {
        return switch (step) {
            case Step.Arm s -> new Step.Arm(at, s.fault(), s.ownSeed());
            case Step.Disarm s -> new Step.Disarm(at, s.label());
            case Step.Cut s -> new Step.Cut(at, s.match(), s.legs(), s.mode(), s.code(), s.reason(), s.time());
            case Step.Preset s -> new Step.Preset(at, s.preset(), s.match(), s.time());
            case Step.Inject s -> new Step.Inject(at, s.match(), s.direction(), s.text());
        };
    }

    /** Whether what it does can last, and can be given an end. */
    static boolean canLast(Step step) {
        return switch (step) {
            case Step.Arm s -> s.fault().spec().type() != FaultType.MAX_LIFETIME;
            case Step.Cut _,Step.Preset _ -> true;
            case Step.Disarm _,Step.Inject _ -> false;
        };
    }

    /** With another end; itself when it cannot have one. */
    static Step lasting(Step step, Duration time) {
        return switch (step) {
            case Step.Arm s when canLast(s) -> new Step.Arm(s.at(), during(s.fault(), time), s.ownSeed());
            case Step.Cut s -> new Step.Cut(s.at(), s.match(), s.legs(), s.mode(), s.code(), s.reason(), time);
            case Step.Preset s -> new Step.Preset(s.at(), s.preset(), s.match(), time);
            case Step.Arm _,Step.Disarm _,Step.Inject _ -> step;
        };
    }

    /** How long it was said to last; null for no end. */
    static @Nullable Duration time(Step step) {
        return switch (step) {
            case Step.Arm s -> s.fault().duration();
            case Step.Cut s -> s.time();
            case Step.Preset s -> s.time();
            case Step.Disarm _,Step.Inject _ -> null;
        };
    }

    /** When it begins to act. */
    static Duration begin(Step step) {
        return step instanceof Step.Arm arm ? arm.at().plus(arm.fault().after()) : step.at();
    }

    /** Whether it is over as soon as it is done. */
    static boolean instant(Step step) {
        return switch (step) {
            case Step.Arm _,Step.Preset _ -> false;
            case Step.Cut cut -> cut.time() == null;
            case Step.Disarm _,Step.Inject _ -> true;
        };
    }

    /** When it ends by itself or is disarmed, whichever comes first; empty when neither is to come. */
    static Optional<Duration> end(Scenario scenario, Step step) {
        Duration time = time(step);
        Optional<Duration> own = Optional.ofNullable(time).map(begin(step)::plus);
        Optional<Duration> disarmed = step.armedAs()
                .flatMap(label -> scenario.steps()
                        .stream()
                        .filter(each -> each instanceof Step.Disarm d && d.label().equals(label)
                                && d.at().compareTo(step.at()) >= 0)
                        .map(Step::at)
                        .min(Comparator.naturalOrder()));
        return own.isEmpty() ? disarmed
                : disarmed.filter(at -> at.compareTo(own.get()) < 0).or(() -> own);
    }

    private static Fault during(Fault fault, Duration time) {
        return fault.during(fault.after(), time);
    }
}
