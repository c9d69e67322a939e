package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EngineConfig;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the engine gives itself.
 *
 * @param reason what happened, one sentence
 * @param advice what to check, one sentence; may be empty
 * @param retryAfter seconds for {@code Retry-After}; 0 for none
 */
record Refusal(HttpResponseStatus status, String reason, String advice, int retryAfter) {
    private static final int RETRY_SECONDS = 2;

    static Refusal badRequest(String reason) {
        return new Refusal(HttpResponseStatus.BAD_REQUEST, reason, "", 0);
    }

    /** @param host as the client named this engine; may be empty */
    static Refusal plain(String host) {
        return new Refusal(HttpResponseStatus.BAD_REQUEST, "TLS is spoken on this port, and the request came without.",
                "Use https:// and wss://" + (host.isEmpty() ? "." : ", as in https://" + host + "."), 0);
    }

    static Refusal noRoute(RequestTarget target, String rules) {
        return new Refusal(HttpResponseStatus.NOT_FOUND,
                "No route fits host \"" + target.host() + "\" and path \"" + target.path() + "\".",
                "The routes are: " + rules + ".", 0);
    }

    static Refusal loop() {
        return new Refusal(HttpResponseStatus.valueOf(508, "Loop Detected"),
                "The request has passed through this engine several times already.",
                "Check whether a route leads back to the engine's own address.", 0);
    }

    static Refusal tooManyConnections(EngineConfig.Limits limits) {
        return overLimit("All " + limits.maxConnections() + " WebSocket connections are in use.",
                "limits.maxConnections");
    }

    static Refusal tooManyPending(EngineConfig.Limits limits) {
        return overLimit("All " + limits.maxPending() + " places for requests that wait for an upstream are taken.",
                "limits.maxPending");
    }

    private static Refusal overLimit(String reason, String key) {
        return new Refusal(HttpResponseStatus.SERVICE_UNAVAILABLE, reason,
                "Try again in a moment, or raise " + key + ".", RETRY_SECONDS);
    }

    static Refusal tooSlow(UpstreamAddress upstream, Duration limit, String key) {
        return new Refusal(HttpResponseStatus.GATEWAY_TIMEOUT,
                "The upstream at " + upstream.hostAndPort() + " did not answer within " + seconds(limit) + ".",
                "Check whether it is busy or waits for something; the limit is " + key + ".", 0);
    }

    /** @param why what the decoder said, or what the upstream sent */
    static Refusal notHttp(UpstreamAddress upstream, String why) {
        return badAnswer(upstream, "sent something that is not HTTP (" + why + ")");
    }

    /** @param cause null when the upstream closed the connection in an orderly way */
    static Refusal noAnswer(UpstreamAddress upstream, @Nullable Throwable cause) {
        SSLException tls = cause == null ? null : TlsTexts.find(cause, SSLException.class);
        if (tls != null) {
            // In TLS 1.3 a server may refuse the client's certificate after the handshake (RFC 8446 §4.4.2.4).
            return UpstreamTrouble.of(upstream, tls);
        }
        return badAnswer(upstream, cause == null ? "closed the connection without answering"
                : "broke the connection off without answering (" + UpstreamTrouble.text(cause) + ")");
    }

    static Refusal badAnswer(UpstreamAddress upstream, String reason) {
        return new Refusal(HttpResponseStatus.BAD_GATEWAY,
                "The upstream at " + upstream.hostAndPort() + " " + reason + ".",
                "Check the log of the server behind that address.", 0);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
