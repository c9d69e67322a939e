package dev.socketscope.engine.query.filter;

import java.util.List;
import java.util.Locale;

/**
 * A piece of text in which {@code *} stands for any characters; letter case is ignored.
 *
 * @param parts what stands between the stars, in lower case; one part when there is no star
 */
record Wildcard(List<String> parts) {
    static Wildcard of(String text) {
        return new Wildcard(List.of(text.toLowerCase(Locale.ROOT).split("\\*", -1)));
    }

    /** Without a star: whether the text occurs anywhere. With stars: whether the pattern covers everything. */
    boolean isFoundIn(String text) {
        return parts.size() == 1 ? text.toLowerCase(Locale.ROOT).contains(parts.getFirst()) : isAll(text);
    }

    /** Whether the pattern covers the whole text. */
    boolean isAll(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String first = parts.getFirst();
        String last = parts.getLast();
        if (parts.size() == 1) {
            return lower.equals(first);
        }
        int end = lower.length() - last.length();
        if (!lower.startsWith(first) || !lower.endsWith(last) || end < first.length()) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            at = lower.indexOf(part, at);
            if (at < 0 || at + part.length() > end) {
                return false;
            }
            at += part.length();
        }
        return true;
    }
}
