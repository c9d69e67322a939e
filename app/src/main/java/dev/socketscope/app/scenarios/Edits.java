package dev.socketscope.app.scenarios;

import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can be changed of a scenario. Steps and expectations are named by their place; one that is not there changes nothing. */
final class Edits {
    private Edits() {}

    static UnaryOperator<Scenario> move(int step, Duration at) {
        return replace(step, old -> StepTimes.at(old, bounded(at, Duration.ZERO)));
    }

    /** Makes what a step does last so long. */
    static UnaryOperator<Scenario> last(int step, Duration time) {
        return replace(step, old -> StepTimes.lasting(old, bounded(time, StepTimes.SHORTEST)));
    }

    static UnaryOperator<Scenario> replace(int step, UnaryOperator<Step> change) {
        return steps(steps -> {
            if (step >= 0 && step < steps.size()) {
                steps.set(step, change.apply(steps.get(step)));
            }
        });
    }

    /** At the end of the list, which the reader sorts by time. */
    static UnaryOperator<Scenario> add(Step step) {
        return steps(steps -> steps.add(step));
    }

    static UnaryOperator<Scenario> delete(int step) {
        return steps(steps -> {
            if (step >= 0 && step < steps.size()) {
                steps.remove(step);
            }
        });
    }

    /** Another one like it right after it, so much later. */
    static UnaryOperator<Scenario> duplicate(int step, Duration later) {
        return steps(steps -> {
            if (step >= 0 && step < steps.size()) {
                Step old = steps.get(step);
                steps.add(step + 1, StepTimes.at(old, bounded(old.at().plus(later), Duration.ZERO)));
            }
        });
    }

    static UnaryOperator<Scenario> expect(Expectation expectation) {
        return expectations(all -> all.add(expectation));
    }

    static UnaryOperator<Scenario> expect(int place, Expectation expectation) {
        return expectations(all -> {
            if (place >= 0 && place < all.size()) {
                all.set(place, expectation);
            }
        });
    }

    /** The last one stays: a scenario that expects nothing proves nothing. */
    static UnaryOperator<Scenario> doNotExpect(int place) {
        return expectations(all -> {
            if (place >= 0 && place < all.size() && all.size() > 1) {
                all.remove(place);
            }
        });
    }

    private static UnaryOperator<Scenario> steps(Consumer<List<Step>> change) {
        return old -> {
            List<Step> steps = new ArrayList<>(old.steps());
            change.accept(steps);
            return new Scenario(old.name(), old.about(), old.seed(), old.match(), old.length(), steps,
                    old.expectations());
        };
    }

    private static UnaryOperator<Scenario> expectations(Consumer<List<Expectation>> change) {
        return old -> {
            List<Expectation> all = new ArrayList<>(old.expectations());
            change.accept(all);
            return new Scenario(old.name(), old.about(), old.seed(), old.match(), old.length(), old.steps(), all);
        };
    }

    private static Duration bounded(Duration span, Duration least) {
        return span.compareTo(least) < 0 ? least : span.compareTo(StepTimes.LATEST) > 0 ? StepTimes.LATEST : span;
    }
}
