package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.FaultMatch;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to connections and what is expected of the application behind them.
 *
 * @param name for reports, for example the file's name without its ending
 * @param about one line that says what it proves; may be empty
 * @param seed makes every fault without a seed of its own repeatable
 * @param match which connections are judged; selects whole connections
 * @param length how long the clock runs; null to end as soon as every expectation is decided
 * @param steps in the order of the file
 * @param expectations at least one
 */
public record Scenario(String name, String about, long seed, FaultMatch match, @Nullable Duration length,
        List<Step> steps, List<Expectation> expectations) {
    /** @throws IllegalArgumentException when nothing is expected */
    public Scenario {
        match.connectionsOnly("scenario");
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
        if (expectations.isEmpty()) {
            throw new IllegalArgumentException("expect: got nothing, expected at least one expectation");
        }
    }
}
