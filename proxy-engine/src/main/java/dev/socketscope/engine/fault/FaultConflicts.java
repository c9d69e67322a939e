package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Fault;
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
        if (!connection.contextTakeover() || !(fault.spec() instanceof MessageFault)) {
            return "";
        }
        return fault.spec().type().wireName() + " cannot act on " + connection.id()
                + ": its messages are compressed with context takeover, so each one depends on those before it."
                + " Set the route's compression to independent, or off.";
    }

    /** What it may do that is not obvious. */
    public static List<String> warnings(Fault fault, List<ConnectionFacts> inScope) {
        List<String> warnings = new ArrayList<>();
        boolean webpack = inScope.stream().anyMatch(c -> c.hmr().equals("webpack"));
        if (webpack && fault.spec() instanceof TransportFault.Latency latency
                && latency.delay().plus(latency.jitter()).multipliedBy(2).compareTo(WEBPACK_HEARTBEAT) >= 0) {
            warnings.add(
                    "webpack-dev-server ends a client whose round trip passes one second: it pings once a second and"
                            + " does not wait for a late pong.");
        }
        return List.copyOf(warnings);
    }
}
