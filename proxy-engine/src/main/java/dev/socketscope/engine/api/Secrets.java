package dev.socketscope.engine.api;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Hides what must not be seen in exports, logs and pictures. */
public final class Secrets {
    public static final String MASK = "••••••";
    private static final Set<String> HEADERS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie",
            "socketscope-resume");
    private static final Pattern QUERY = Pattern
            .compile("(?i)((?:^|[?&])(?:[a-z0-9_.-]*token|_resume|api[_-]?key|password|secret)=)[^&#\\s]*");

    private Secrets() {}

    /** Whether a header's value is secret as a whole. */
    public static boolean isSecret(String headerName) {
        return HEADERS.contains(headerName.toLowerCase(Locale.ROOT));
    }

    /** The header's value as it may be shown: secret values are replaced, tokens in URLs are masked. */
    public static String mask(Header header) {
        return isSecret(header.name()) ? MASK : maskQuery(header.value());
    }

    /** A URL, a request line or a query with the values of {@code token=} and its like replaced. */
    public static String maskQuery(String text) {
        return QUERY.matcher(text).replaceAll("$1" + MASK);
    }
}
