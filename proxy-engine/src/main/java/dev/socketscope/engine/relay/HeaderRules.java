package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Header;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a reverse proxy does to header fields (RFC 9110 §7.6). {@code Host} and {@code Origin} are never touched. */
final class HeaderRules {
    static final String PSEUDONYM = "socketscope";
    static final String VIA = "1.1 " + PSEUDONYM;
    /** A chain of a few engines is legitimate, a longer one is a loop. */
    private static final int MAX_PASSAGES = 3;
    /** Naming these in {@code Connection} must not make them disappear: they frame or route the message. */
    private static final Set<String> ESSENTIAL = Set.of("host", "content-length", "transfer-encoding", "trailer");

    private HeaderRules() {}

    /**
     * Rewrites a request's headers in place.
     *
     * @param scheme that the client used, {@code http} or {@code https}
     */
    static void forwardRequest(HttpHeaders headers, String clientAddress, String scheme, boolean http10) {
        boolean trailers = listed(headers, Fields.TE, "trailers");
        removeHopByHop(headers);
        if (trailers) {
            headers.set(Fields.TE, "trailers");
            headers.set(Fields.CONNECTION, "TE");
        }
        append(headers, Fields.X_FORWARDED_FOR, clientAddress);
        if (!headers.contains(Fields.X_FORWARDED_PROTO)) {
            headers.set(Fields.X_FORWARDED_PROTO, scheme);
        }
        String host = headers.get(Fields.HOST);
        if (host != null && !headers.contains(Fields.X_FORWARDED_HOST)) {
            headers.set(Fields.X_FORWARDED_HOST, host);
        }
        append(headers, Fields.VIA, (http10 ? "1.0 " : "1.1 ") + PSEUDONYM);
    }

    /** Rewrites an answer's headers in place. */
    static void forwardAnswer(HttpHeaders headers) {
        removeHopByHop(headers);
        append(headers, Fields.VIA, VIA);
    }

    private static void append(HttpHeaders headers, AsciiString name, String value) {
        List<String> before = headers.getAll(name);
        headers.set(name, before.isEmpty() ? value : String.join(", ", before) + ", " + value);
    }

    /** RFC 9110 §7.6.1: what {@code Connection} names, and what is known to concern one hop only. */
    private static void removeHopByHop(HttpHeaders headers) {
        for (String name : tokens(headers, Fields.CONNECTION)) {
            if (!ESSENTIAL.contains(name)) {
                headers.remove(name);
            }
        }
        headers.remove(Fields.CONNECTION);
        headers.remove(Fields.KEEP_ALIVE);
        headers.remove(Fields.PROXY_CONNECTION);
        headers.remove(Fields.PROXY_AUTHENTICATE);
        headers.remove(Fields.PROXY_AUTHORIZATION);
        headers.remove(Fields.TE);
        headers.remove(Fields.UPGRADE);
    }

    /** Whether the request went round through engines like this one more often than a chain would explain. */
    static boolean loops(HttpHeaders headers) {
        return tokens(headers, Fields.VIA).stream()
                .filter(t -> t.endsWith(" " + PSEUDONYM))
                .count() > MAX_PASSAGES;
    }

    /** Whether a comma-separated header holds the token, whatever its case and parameters. */
    static boolean listed(HttpHeaders headers, AsciiString name, String token) {
        return tokens(headers, name).stream().anyMatch(t -> t.equals(token) || t.startsWith(token + ";"));
    }

    private static List<String> tokens(HttpHeaders headers, AsciiString name) {
        List<String> tokens = new ArrayList<>();
        for (String value : headers.getAll(name)) {
            for (String token : value.split(",", -1)) {
                String trimmed = token.trim().toLowerCase(Locale.ROOT);
                if (!trimmed.isEmpty()) {
                    tokens.add(trimmed);
                }
            }
        }
        return tokens;
    }

    /** A copy for the record, in wire order. */
    static List<Header> copy(HttpHeaders headers) {
        List<Header> copy = new ArrayList<>(headers.size());
        for (Map.Entry<String, String> field : headers) {
            copy.add(SeenTexts.header(field.getKey(), field.getValue()));
        }
        return List.copyOf(copy);
    }

    static boolean hasBody(HttpHeaders headers) {
        return headers.contains(Fields.TRANSFER_ENCODING)
                || headers.contains(Fields.CONTENT_LENGTH)
                        && !"0".equals(headers.get(Fields.CONTENT_LENGTH));
    }

    /** Whether the message says how long it is; if not, its end is the connection's end. */
    static boolean framed(io.netty.handler.codec.http.HttpMessage message) {
        return HttpUtil.isTransferEncodingChunked(message)
                || message.headers().contains(Fields.CONTENT_LENGTH);
    }
}
