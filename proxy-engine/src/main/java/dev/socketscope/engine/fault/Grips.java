package dev.socketscope.engine.fault;

import java.util.ArrayList;
import java.util.List;

/** The choices that faults have made about one connection. */
final class Grips {
    private final ConnectionFacts connection;
    private final List<Grip> grips = new ArrayList<>();

    Grips(ConnectionFacts connection) {
        this.connection = connection;
    }

    /** Forgets the choices of faults that are gone. */
    void keepOnly(List<FaultRule> inScope) {
        grips.removeIf(grip -> !inScope.contains(grip.rule()));
    }

    Grip of(FaultRule rule) {
        for (Grip grip : grips) {
            if (grip.rule() == rule) {
                return grip;
            }
        }
        Grip made = new Grip(rule, connection);
        grips.add(made);
        return made;
    }
}
