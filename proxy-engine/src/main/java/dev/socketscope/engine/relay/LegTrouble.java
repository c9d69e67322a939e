package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Says in words how a leg ended without a Close frame: a sentence without its end that names the peer, for events, the account of a
 * connection's close and, cut to fit, a Close frame to the other peer.
 */
final class LegTrouble {
    /** What Netty's native transports put before the system's message, for example {@code recvAddress(..) failed with error(-104): }. */
    private static final Pattern SYSTEM_CALL = Pattern
            .compile("^\\w+\\(\\.\\.\\) failed(?: with error\\(-?\\d+\\))?: ");

    private LegTrouble() {}

    /** FIN without a Close frame before it (RFC 6455 §7.1.5 calls that 1006). */
    static String ended(Leg leg) {
        return peer(leg) + " ended TCP without a Close frame";
    }

    /** RST while something was sent to the peer. */
    static String resetWhileSending(Leg leg) {
        return peer(leg) + " reset the connection (TCP RST) while bytes were being sent to it";
    }

    /** RST from a peer that had sent FIN before, so that it takes nothing more. */
    static String resetAfterFin(Leg leg) {
        return peer(leg) + " reset the connection (TCP RST) after its FIN";
    }

    /** No pongs (§5.5.3). */
    static String silent(Leg leg, int missedPongs) {
        return peer(leg) + " did not answer " + missedPongs + (missedPongs == 1 ? " ping" : " pings");
    }

    /** An exception that came up while reading from the peer. */
    static String of(Leg leg, Throwable cause) {
        SSLException tls = TlsTexts.find(cause, SSLException.class);
        if (tls != null) {
            return "TLS with " + peer(leg) + " broke: " + UpstreamTrouble.innermost(tls);
        }
        String text = SYSTEM_CALL.matcher(UpstreamTrouble.text(cause)).replaceFirst("");
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("connection reset") || lower.contains("broken pipe")) {
            return peer(leg) + " reset the connection (TCP RST)";
        }
        if (lower.contains("timed out")) {
            return peer(leg) + " acknowledged nothing any more (TCP timed out)";
        }
        if (lower.contains("unreachable") || lower.contains("no route to host")) {
            return "the network does not reach " + peer(leg) + " any more (" + text + ")";
        }
        return "the connection to " + peer(leg) + " broke: " + text;
    }

    private static String peer(Leg leg) {
        return switch (leg) {
            case CLIENT -> "the client";
            case UPSTREAM -> "the upstream";
        };
    }
}
