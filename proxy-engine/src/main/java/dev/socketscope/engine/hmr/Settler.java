package dev.socketscope.engine.hmr;

import java.util.List;

/** Finds out by questions to the dev server what a page must be told after a gap. For one gap, used by one thread. */
public sealed interface Settler permits GapSettler, BundleSettler {
    /** What is to be asked; empty when the decision is clear already. */
    List<GapSettler.Question> questions();

    void answered(GapSettler.Question question, GapSettler.Answer answer);

    /**
     * Once every question has been answered.
     *
     * @param nowMillis of the wall clock
     */
    GapSettler.Decision decide(long nowMillis);

    /** Whether the decision leaves something open, so that it has to be asked for again after the server's next good build. */
    default boolean waitsForBuild() {
        return false;
    }
}
