package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.KeepAlive;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults armed at a time 0 of a clock that only tests move, and a connection that they act on. */
final class Armed {
    static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    static final ConnectionFacts CONNECTION = connection(0);

    final List<Firing> firings = new ArrayList<>();
    private FaultRules rules = FaultRules.NONE;
    private int number;

    static Armed with(FaultSpec... specs) {
        Armed armed = new Armed();
        for (FaultSpec spec : specs) {
            armed.arm(Fault.of(spec));
        }
        return armed;
    }

    static Armed with(Fault... faults) {
        Armed armed = new Armed();
        for (Fault fault : faults) {
            armed.arm(fault);
        }
        return armed;
    }

    FaultRule arm(Fault fault) {
        FaultRule rule = rule(fault, ++number, 0);
        rules = rules.with(rule);
        return rule;
    }

    void disarm(FaultRule rule) {
        rules = rules.without(List.of(rule));
    }

    FaultRules rules() {
        return rules;
    }

    ConnectionFaults on(ConnectionFacts connection) {
        ConnectionFaults faults = new ConnectionFaults(connection, firings::add);
        faults.use(rules);
        return faults;
    }

    ConnectionFaults onConnection() {
        return on(CONNECTION);
    }

    /** What happens to an upgrade of that connection. */
    HandshakeDecision handshake(long now) {
        return rules.handshake(CONNECTION, firings::add, now);
    }

    List<String> details() {
        return firings.stream().map(Firing::detail).toList();
    }

    static FaultRule rule(Fault fault, int number, long now) {
        return FaultRule.arm(new ArmedFault("flt_" + number, fault, AT), text(fault.match().text()), now);
    }

    /** What a test means by a text: that the message contains it. */
    private static @Nullable TextMatcher text(@Nullable String wanted) {
        return wanted == null ? null : payload -> new String(payload, StandardCharsets.UTF_8).contains(wanted);
    }

    static ConnectionFacts connection(int ordinal) {
        return new ConnectionFacts("ws_" + ordinal, ordinal, "* /", "/echo", null, false, "off", KeepAlive.OFF);
    }

    static ConnectionFacts takingOver() {
        return new ConnectionFacts("ws_t", 0, "* /", "/echo", null, true, "off", KeepAlive.OFF);
    }

    static long millis(long count) {
        return Duration.ofMillis(count).toNanos();
    }

    static long seconds(long count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
