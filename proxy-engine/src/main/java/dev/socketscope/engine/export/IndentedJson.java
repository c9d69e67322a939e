package dev.socketscope.engine.export;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with a line for each member. Only the space between tokens changes: numbers and strings stay as they were sent. */
final class IndentedJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int DEEPEST = 64;

    private final String text;
    private final StringBuilder lines = new StringBuilder();
    private int depth;

    private IndentedJson(String text) {
        this.text = text;
    }

    /** Whether it is an object or a list; a number alone is rather text. */
    static boolean is(String text) {
        try {
            return JSON.readTree(text).isContainer();
        } catch (JacksonException _) {
            return false;
        }
    }

    /** Empty for what is no JSON object or list, or nested so deeply that it would be unreadable. */
    static Optional<String> of(String text) {
        return is(text) ? new IndentedJson(text).indent() : Optional.empty();
    }

    private Optional<String> indent() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> i = string(i);
                case '{', '[' -> {
                    if (++depth > DEEPEST) {
                        return Optional.empty();
                    }
                    i = opened(i);
                }
                case '}', ']' -> {
                    depth--;
                    line().append(c);
                }
                case ',' -> {
                    lines.append(c);
                    line();
                }
                case ':' -> lines.append(": ");
                case ' ', '\t', '\r', '\n' -> {
                    // Its own space takes the place of what stood between tokens.
                }
                default -> lines.append(c);
            }
        }
        return Optional.of(lines.toString());
    }

    /** What holds nothing stays on one line. @return where it goes on */
    private int opened(int at) {
        lines.append(text.charAt(at));
        int next = at + 1;
        while (Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (text.charAt(next) == '}' || text.charAt(next) == ']') {
            depth--;
            lines.append(text.charAt(next));
            return next;
        }
        line();
        return at;
    }

    /** @return index of the closing quote */
    private int string(int from) {
        int end = from + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        lines.append(text, from, end + 1);
        return end;
    }

    private StringBuilder line() {
        return lines.append('\n').append("  ".repeat(depth));
    }
}
