package dev.socketscope.engine.har;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as the file has it, taken apart but not decoded: browsers keep characters that no URI may have. A user's name and password are left out.
 *
 * @param secure whether it went by TLS
 * @param query without the question mark; null for none
 */
public record HarUrl(boolean secure, String host, String path, @Nullable String query) {
    private static final Pattern PARTS = Pattern
            .compile("(?i)(ws|wss|http|https)://(?:[^/?#@]*@)?([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");

    /** Empty when it is no address of a WebSocket. */
    static Optional<HarUrl> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean secure = parts.group(1).toLowerCase(Locale.ROOT).endsWith("s")
                && !parts.group(1).equalsIgnoreCase("ws");
        return Optional.of(
                new HarUrl(secure, parts.group(2), parts.group(3).isEmpty() ? "/" : parts.group(3), parts.group(4)));
    }
}
