package dev.socketscope.engine.control;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may call. In this order: the {@code Host} must be this machine's, or a page elsewhere could reach us by letting its
 * own name point here (DNS rebinding); an {@code Origin} must be our own, or any page could open our WebSocket with nothing to stop
 * it (cross-site WebSocket hijacking); then the token. Belongs to the server's loop.
 */
final class AccessCheck {
    private static final Set<String> OPEN_ON_LOOPBACK = Set.of("/healthz", "/metrics");
    private static final String BEARER = "bearer ";

    private final ControlToken token;
    private final FailedTokens failed;

    AccessCheck(ControlToken token, FailedTokens failed) {
        this.token = token;
        this.failed = failed;
    }

    /**
     * @param path the request target without its query
     * @param local the address that the request came in on
     * @return what is answered instead; empty when the call may go on
     */
    Optional<Answer> refusal(String path, HttpHeaders headers, InetSocketAddress peer, InetSocketAddress local) {
        HostName host = HostName.parse(headers.get(HttpHeaderNames.HOST, ""));
        if (!isOurs(host.name(), local.getAddress())) {
            return refuse(403, "The Host \"" + host.text() + "\" is not this server's; use its address, or localhost.");
        }
        List<String> origins = headers.getAll(HttpHeaderNames.ORIGIN);
        if (!origins.isEmpty() && !origins.equals(List.of("http://" + host.text()))) {
            return refuse(403, "Pages of other origins may not call the control API.");
        }
        if ("cross-site".equalsIgnoreCase(headers.get("Sec-Fetch-Site"))) {
            return refuse(403, "Pages of other sites may not call the control API.");
        }
        if (OPEN_ON_LOOPBACK.contains(path) && peer.getAddress().isLoopbackAddress()) {
            return Optional.empty();
        }
        return checkToken(headers, peer.getAddress().getHostAddress());
    }

    private Optional<Answer> checkToken(HttpHeaders headers, String address) {
        List<String> fields = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        if (fields.isEmpty()) {
            return unauthorized("The request needs the header Authorization: Bearer TOKEN.");
        }
        Duration lock = failed.lock(address);
        if (lock.isPositive()) {
            return Optional.of(Answer
                    .problem(429, "Too many wrong tokens came from this address; it is listened to again in "
                            + (lock.toSeconds() + 1) + " s.")
                    .with("Retry-After", Long.toString(lock.toSeconds() + 1)));
        }
        String field = fields.getFirst();
        boolean bearer = field.toLowerCase(Locale.ROOT).startsWith(BEARER);
        if (fields.size() == 1 && bearer && token.matches(field.substring(BEARER.length()).strip())) {
            return Optional.empty();
        }
        failed.add(address);
        return unauthorized("The token is not this server's.");
    }

    private static boolean isOurs(String name, InetAddress local) {
        if (name.equals("localhost")) {
            return local.isLoopbackAddress();
        }
        // A literal address cannot be rebound: a page's origin would have to be this very address.
        return HostName.address(name).filter(local::equals).isPresent();
    }

    private static Optional<Answer> unauthorized(String detail) {
        return Optional.of(Answer.problem(401, detail).with("WWW-Authenticate", "Bearer realm=\"socketscope\""));
    }

    private static Optional<Answer> refuse(int status, String detail) {
        return Optional.of(Answer.problem(status, detail));
    }
}
