package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Decides on which candidates a fault acts. In this order, and each question only when the one before said yes: is it time; is the candidate
 * past {@code skip} and an n-th one; does the draw fall below the probability; is any of the count left. A candidate is what the
 * selectors have left, counted in one direction of one connection, so the same traffic there leads to the same choice whatever passes
 * elsewhere. Only the count is shared by all.
 */
final class Trigger {
    private final FaultRule rule;
    private final SplittableRandom draws;
    /** A stream of its own, so that what an effect draws does not shift later choices. */
    private final SplittableRandom effects;
    private long seen;

    Trigger(FaultRule rule, ConnectionFacts connection, Direction direction) {
        this.rule = rule;
        this.draws = Seeds.stream(rule, 2 * connection.ordinal() + direction.ordinal());
        this.effects = draws.split();
    }

    /** Whether the fault acts on the next candidate. */
    boolean fires(long now) {
        return rule.isActive(now) && selects(rule, ++seen, draws) && rule.take();
    }

    /** For the fault's own choices, such as which bytes. */
    RandomGenerator effects() {
        return effects;
    }

    /**
     * Whether the choice falls on a candidate; how many of the count are left is not asked.
     *
     * @param number of the candidate, from 1; handshakes and connections are counted on all connections together
     */
    static boolean selects(FaultRule rule, long number, RandomGenerator draws) {
        double probability = rule.armed().fault().probability();
        return rule.match().picks(number) && (probability == 1 || draws.nextDouble() < probability);
    }
}
