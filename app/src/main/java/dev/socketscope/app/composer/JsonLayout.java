package dev.socketscope.app.composer;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Changes the blanks between the tokens of JSON and nothing else: numbers, escapes, order and repeated keys stay as they are. */
final class JsonLayout {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String STEP = "  ";

    private final String json;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonLayout(String json) {
        this.json = json;
    }

    /** Why the text is no JSON; empty when it is. */
    static Optional<String> problem(String text) {
        try {
            return JSON.readTree(text).isMissingNode() ? Optional.of("nothing is there") : Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(e.getOriginalMessage());
        }
    }

    /** @param json what has no {@link #problem} */
    static String indented(String json) {
        return new JsonLayout(json).lay(true);
    }

    /** @param json what has no {@link #problem} */
    static String compact(String json) {
        return new JsonLayout(json).lay(false);
    }

    private String lay(boolean indent) {
        for (int at = 0; at < json.length();) {
            char c = json.charAt(at);
            int end = c == '"' ? stringEnd(at) : at + 1;
            if (!isBlank(c)) {
                add(json.substring(at, end), c, at, indent);
            }
            at = end;
        }
        return out.toString();
    }

    private void add(String token, char c, int at, boolean indent) {
        boolean opens = c == '{' || c == '[';
        boolean closes = c == '}' || c == ']';
        boolean afterOpening = !out.isEmpty() && "{[".indexOf(out.charAt(out.length() - 1)) >= 0;
        depth -= closes ? 1 : 0;
        if (indent && closes && !afterOpening) {
            line();
        }
        out.append(token);
        depth += opens ? 1 : 0;
        if (indent && (c == ',' || opens && !closesNext(at))) {
            line();
        } else if (indent && c == ':') {
            out.append(' ');
        }
    }

    private void line() {
        out.append('\n').repeat(STEP, depth);
    }

    private boolean closesNext(int at) {
        int next = at + 1;
        while (next < json.length() && isBlank(json.charAt(next))) {
            next++;
        }
        return next < json.length() && "}]".indexOf(json.charAt(next)) >= 0;
    }

    private int stringEnd(int at) {
        int end = at + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
