package dev.socketscope.engine.scenario;

/**
 * What an expectation came to.
 *
 * @param observed what there was in its place, for a person
 */
public record Verdict(Expectation expectation, Outcome outcome, String observed) {
    /** Only the first lets a scenario pass. */
    public enum Outcome {
        PASSED, FAILED,
        /** Nothing happened that could have met it, or nobody can tell. */
        NOT_OBSERVED
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }
}
