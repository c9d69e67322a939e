package dev.socketscope.engine.relay;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for (RFC 9112 §3.2), whether it came in origin, absolute or asterisk form.
 *
 * @param authority the {@code Host} to route by, as it was written
 * @param path undecoded, begins with a slash, or is {@code *}
 * @param query without the question mark; null when there is none
 */
record RequestTarget(String authority, String path, @Nullable String query) {

    /** @return null when the target is in none of the forms */
    static @Nullable RequestTarget parse(String uri, String hostHeader) {
        if (uri.startsWith("/")) {
            return split(hostHeader, uri);
        }
        if (uri.equals("*")) {
            return new RequestTarget(hostHeader, uri, null);
        }
        int scheme = uri.indexOf("://");
        String name = scheme < 0 ? "" : uri.substring(0, scheme).toLowerCase(Locale.ROOT);
        if (!name.equals("http") && !name.equals("https") && !name.equals("ws") && !name.equals("wss")) {
            return null;
        }
        int start = scheme + 3;
        int end = start;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        String rest = uri.substring(end);
        return end == start ? null : split(uri.substring(start, end), rest.startsWith("/") ? rest : "/" + rest);
    }

    private static RequestTarget split(String authority, String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        return new RequestTarget(SeenTexts.of(authority), SeenTexts.of(path),
                mark < 0 ? null : pathAndQuery.substring(mark + 1));
    }

    /** What stands in the forwarded request's first line. */
    String originForm() {
        return query == null ? path : path + "?" + query;
    }

    /** The authority without user, port and a final dot, in lower case; IPv6 without brackets. */
    String host() {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            return close < 0 ? host : host.substring(1, close);
        }
        int colon = host.indexOf(':');
        host = colon < 0 ? host : host.substring(0, colon);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
