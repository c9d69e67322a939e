package dev.socketscope.engine.fault;

/** Whether a fault that chooses connections has taken hold of this one. Chosen once, at the first moment at which it would act. */
final class Grip {
    private final FaultRule rule;
    private final ConnectionFacts connection;
    private boolean decided;
    private boolean held;

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
            held = Trigger.chooses(rule, rule.nextCandidate(), Seeds.stream(rule, connection.ordinal()));
        }
        return held;
    }

    /** Whether it has or may still take hold; false once the choice has fallen on others. */
    boolean mayHold() {
        return !decided || held;
    }
}
