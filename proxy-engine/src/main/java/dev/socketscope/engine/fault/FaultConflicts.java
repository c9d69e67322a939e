package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What cannot work on a connection, and what works differently from what one might think. */
public final class FaultConflicts {
    private static final Duration WEBPACK_HEARTBEAT = Duration.ofSeconds(1);

    private FaultConflicts() {}

    /** Why the fault cannot act on the connection; empty when it can. */
    public static String problem(Fault fault, ConnectionFacts connection) {
        if (canAct(fault, connection)) {
            return "";
        }
        return dependent((fault.match().text() == null ? "" : "match.text of ") + fault.spec().type().wireName(),
                connection);
    }

    /** Why no breakpoint can hold messages of the connection; empty when one can. */
    public static String noBreakpoint(ConnectionFacts connection) {
        return connection.contextTakeover() ? dependent("A breakpoint", connection) : "";
    }

    private static String dependent(String what, ConnectionFacts connection) {
        return what + " cannot act on " + connection.id()
                + ": its messages are compressed with context takeover, so each one depends on those before it."
                + " Set the route's compression to independent, or off.";
    }

    /**
     * Where messages depend on each other's compression (RFC 7692 §7.1.1), none may be left out, repeated or changed, nor can one be read
     * alone. They may come late, with something between them.
     */
    static boolean canAct(Fault fault, ConnectionFacts connection) {
        return !connection.contextTakeover() || switch (fault.spec()) {
            case MessageFault.Delay _,MessageFault.Violate _,EndingFault _ -> fault.match().text() == null;
            case MessageFault _ -> false;
            case HandshakeFault _,ControlFault _,TransportFault _ -> true;
        };
    }

    /**
     * What it may do that is not obvious.
     *
     * @param others that are armed already
     * @param inScope connections that the fault acts on
     */
    public static List<String> warnings(Fault fault, List<Fault> others, List<ConnectionFacts> inScope) {
        List<String> warnings = new ArrayList<>();
        if (inScope.stream().anyMatch(c -> c.hmr().equals("webpack") && isTooSlowForWebpack(fault, others, c))) {
            warnings.add(
                    "webpack-dev-server ends a client whose round trip passes one second: it pings once a second and"
                            + " does not wait for a late pong.");
        }
        if (fault.spec() instanceof EndingFault.IdleCut(var idle)) {
            inScope.stream()
                    .filter(c -> c.isPingedWithin(idle, fault.match()))
                    .findFirst()
                    .ifPresent(c -> warnings.add("idle-cut will not act on " + c.id() + ": the engine pings every "
                            + c.keepAlive().pingInterval().toMillis()
                            + " ms, and the answers are bytes too. Switch the route's keepAlive off."));
        }
        return List.copyOf(warnings);
    }

    private static boolean isTooSlowForWebpack(Fault fault, List<Fault> others, ConnectionFacts connection) {
        Duration added = roundTrip(fault);
        if (added.isZero()) {
            return false;
        }
        for (Fault other : others) {
            added = connection.isIn(other.match()) ? added.plus(roundTrip(other)) : added;
        }
        return added.compareTo(WEBPACK_HEARTBEAT) >= 0;
    }

    /** What the fault adds to a ping's way and its pong's. */
    private static Duration roundTrip(Fault fault) {
        return switch (fault.spec()) {
            case TransportFault.Latency l ->
                l.delay().plus(l.jitter()).multipliedBy(fault.match().direction() == null ? 2 : 1);
            case ControlFault.DelayPong(var delay) -> delay;
            case ControlFault _,HandshakeFault _,MessageFault _,TransportFault _,EndingFault _ -> Duration.ZERO;
        };
    }
}
