package dev.socketscope.engine.relay;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words why an upstream could not be reached. */
final class UpstreamTrouble {
    private UpstreamTrouble() {}

    static Refusal of(UpstreamAddress upstream, Throwable cause) {
        String where = upstream.hostAndPort();
        return switch (cause) {
            case UnknownHostException _ -> unreachable("The upstream's host name " + upstream.host()
                    + " cannot be resolved.", "Check the name in the route's upstream.");
            case ConnectTimeoutException _ -> new Refusal(HttpResponseStatus.GATEWAY_TIMEOUT,
                    "The upstream at " + where + " did not accept a connection in time.",
                    "Check the address, and whether a firewall drops packets on the way.", 0);
            case NoRouteToHostException _ -> unreachable("There is no network route to the upstream at " + where + ".",
                    "Check the address and the network.");
            case ConnectException _ -> unreachable("The upstream at " + where + " refused the connection.",
                    "Check that the server is running and listens on that port.");
            case SSLException e -> unreachable("TLS with the upstream at " + where + " failed: " + innermost(e) + ".",
                    "Check the certificate; it must be valid for that name and signed by a trusted authority. A route with"
                            + " verifyTls: false takes any certificate.");
            default -> unreachable("The upstream at " + where + " cannot be reached: " + text(cause) + ".",
                    "Check that the server is running.");
        };
    }

    private static Refusal unreachable(String reason, String advice) {
        return new Refusal(HttpResponseStatus.BAD_GATEWAY, reason, advice, 0);
    }

    private static String innermost(Throwable t) {
        Throwable inner = t;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return text(inner);
    }

    /** A throwable's message, or its type when it has none. */
    static String text(@Nullable Throwable t) {
        if (t == null) {
            return "unknown reason";
        }
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }
}
