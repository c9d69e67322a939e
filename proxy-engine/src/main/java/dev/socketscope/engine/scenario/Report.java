package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.util.List;

/**
 * The outcome of one run of a scenario.
 *
 * @param steps what was done, in order
 * @param verdicts one for each expectation, in the order of the file
 * @param interrupted whether somebody ended it before its time
 */
public record Report(Scenario scenario, List<Done> steps, Observation observation, List<Verdict> verdicts,
        boolean interrupted) {

    /**
     * Something that was done, or could not be.
     *
     * @param at by the plan
     * @param what for a person, the same in every run of the same scenario
     * @param seed of the fault that was armed; 0 where nothing was
     * @param problem why it could not be done; empty when it was
     */
    public record Done(Duration at, String what, long seed, String problem) {}

    /** The steps that could not be done. */
    public List<Done> problems() {
        return steps.stream().filter(step -> !step.problem().isEmpty()).toList();
    }

    /** Whether everything was done and every expectation held. */
    public boolean passed() {
        return !interrupted && problems().isEmpty() && verdicts.stream().allMatch(Verdict::passed);
    }
}
