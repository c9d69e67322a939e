package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.FaultStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The armed faults, in the order of arming. Immutable: whoever arms or disarms makes another set and publishes it at once, and connections
 * take it over at their next step. A connection compares one reference to see that nothing has changed.
 */
public final class FaultRules {
    public static final FaultRules NONE = new FaultRules(List.of());
    private final List<FaultRule> rules;

    private FaultRules(List<FaultRule> rules) {
        this.rules = rules;
    }

    /** With one more, at the end. */
    public FaultRules with(FaultRule rule) {
        return new FaultRules(Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** Without those; the same set when none of them is in it. */
    public FaultRules without(List<FaultRule> gone) {
        List<FaultRule> left = rules.stream().filter(rule -> !gone.contains(rule)).toList();
        return left.size() == rules.size() ? this : left.isEmpty() ? NONE : new FaultRules(left);
    }

    public Optional<FaultRule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    public List<FaultRule> all() {
        return rules;
    }

    public List<FaultStatus> status() {
        return rules.stream().map(FaultRule::status).toList();
    }

    /** Those that can never act again and have to be disarmed. */
    public List<FaultRule> spent(long now) {
        return rules.stream().filter(rule -> rule.isSpent(now)).toList();
    }

    /** How long until one begins or ends; {@link Waits#NEVER} when none does. */
    public long untilChange(long now) {
        return rules.stream().mapToLong(rule -> rule.untilChange(now)).min().orElse(Waits.NEVER);
    }

    /** Those whose selectors of connections leave this one. */
    public List<FaultRule> inScope(ConnectionFacts connection) {
        return rules.isEmpty() ? rules : rules.stream().filter(rule -> connection.isIn(rule.match())).toList();
    }

    /** What happens to a connection's upgrade. Asked once, when its route is known. */
    public HandshakeDecision handshake(ConnectionFacts connection, FiringListener listener, long now) {
        return rules.isEmpty() ? HandshakeDecision.PASS : HandshakeFaults.decide(inScope(connection), listener, now);
    }
}
