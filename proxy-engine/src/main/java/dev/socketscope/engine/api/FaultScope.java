package dev.socketscope.engine.api;

import org.jspecify.annotations.Nullable;

/** Selectors that a kind of fault cannot use are refused rather than ignored. */
final class FaultScope {
    private final String subject;
    private final FaultMatch match;

    private FaultScope(String subject, FaultMatch match) {
        this.subject = subject;
        this.match = match;
    }

    /** For what chooses whole connections, and every one that the selectors leave. */
    static void connectionsOnly(String subject, FaultMatch match) {
        new FaultScope(subject, match).noDirection().noMessages().noChoice(1, null);
    }

    static void check(FaultSpec spec, FaultMatch match, double probability, @Nullable Integer count) {
        FaultScope scope = new FaultScope(spec.type().wireName(), match);
        switch (spec) {
            case HandshakeFault _,EndingFault.MaxLifetime _ -> scope.noDirection().noMessages();
            case ControlFault _,TransportFault _,EndingFault.IdleCut _,EndingFault.SlowClose _ -> scope.noMessages();
            case MessageFault _,EndingFault.Disconnect _ -> {
                // Every selector has a meaning.
            }
            case EndingFault.Flap _,EndingFault.Cut _ -> scope.noDirection().noMessages().noChoice(probability, count);
        }
    }

    private FaultScope noDirection() {
        Direction direction = match.direction();
        return direction == null ? this : refuse("match.direction", direction.wireName());
    }

    private FaultScope noMessages() {
        Opcode opcode = match.opcode();
        if (opcode != null) {
            return refuse("match.opcode", opcode.wireName());
        }
        return match.text() == null ? this : refuse("match.text", '"' + match.text() + '"');
    }

    /** A link is down for everybody; how often is said by its cycles. */
    private FaultScope noChoice(double probability, @Nullable Integer count) {
        if (match.everyNth() != 1) {
            return refuse("match.everyNth", Integer.toString(match.everyNth()));
        }
        if (match.skip() != 0) {
            return refuse("match.skip", Integer.toString(match.skip()));
        }
        if (probability != 1) {
            return refuse("probability", Double.toString(probability));
        }
        return count == null ? this : refuse("count", count.toString());
    }

    private FaultScope refuse(String key, String value) {
        throw FaultChecks.unfit(key, value, "no such key for " + subject);
    }
}
