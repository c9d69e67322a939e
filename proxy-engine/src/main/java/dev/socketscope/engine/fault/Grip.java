package dev.socketscope.engine.fault;

/**
 * Whether a fault that chooses connections has chosen this one: once for both directions, at the first moment at which it would act.
 * A fault that lasts uses one of its count for each connection that it takes hold of, one that ends connections for each time it acts.
 */
final class Grip {
    private final FaultRule rule;
    private final ConnectionFacts connection;
    private boolean decided;
    private boolean chosen;

    Grip(FaultRule rule, ConnectionFacts connection) {
        this.rule = rule;
        this.connection = connection;
    }

    FaultRule rule() {
        return rule;
    }

    /** Whether the fault acts on the connection now. */
    boolean holds(long now) {
        if (!rule.isActive(now)) {
            return false;
        }
        if (!decided) {
            decided = true;
            chosen = Trigger.selects(rule, rule.nextCandidate(), Seeds.stream(rule, connection.ordinal()))
                    && (!rule.lasts() || rule.take());
        }
        return chosen;
    }

    /** Whether it acts once more; one of the count is used. For faults that do not last. */
    boolean fires(long now) {
        return holds(now) && rule.take();
    }

    /** Whether it acts or may still come to act; false once the choice has fallen on others. */
    boolean mayHold() {
        return (!decided || chosen) && (rule.lasts() || !rule.isUsedUp());
    }
}
