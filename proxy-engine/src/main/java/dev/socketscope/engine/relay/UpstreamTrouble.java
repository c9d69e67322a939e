package dev.socketscope.engine.relay;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
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
            case SslHandshakeTimeoutException _ -> new Refusal(HttpResponseStatus.GATEWAY_TIMEOUT,
                    "The upstream at " + where
                            + " accepted a connection, but did not finish the TLS handshake in time.",
                    "Check that a TLS server listens on that port; if it speaks plain HTTP, begin the upstream with http://.",
                    0);
            case SSLException e -> tls(where, TlsTexts.ofUpstream(e));
            default -> unreachable("The upstream at " + where + " cannot be reached: " + text(cause) + ".",
                    "Check that the server is running.");
        };
    }

    private static Refusal tls(String where, TlsTexts.Explained why) {
        return unreachable("TLS with the upstream at " + where + " failed: " + why.what() + ".", why.advice());
    }

    private static Refusal unreachable(String reason, String advice) {
        return new Refusal(HttpResponseStatus.BAD_GATEWAY, reason, advice, 0);
    }

    /** The text of the cause behind all others. */
    static String innermost(Throwable t) {
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
