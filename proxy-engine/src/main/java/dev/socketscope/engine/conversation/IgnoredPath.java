package dev.socketscope.engine.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A place in JSON messages whose value may be another one each time: {@code $.id}, {@code $.users[*].seen}, {@code $..at}. */
public final class IgnoredPath {
    private static final Pattern STEP = Pattern.compile("(\\.\\.|\\.)([^.\\[\\]]+)|\\[(\\*|\\d+)]");

    private sealed interface Step {}

    private record Field(String name) implements Step {}

    private record Anywhere(String name) implements Step {}

    private record Element(int index) implements Step {}

    private record Each() implements Step {}

    private final List<Step> steps;

    private IgnoredPath(List<Step> steps) {
        this.steps = steps;
    }

    /** @throws IllegalArgumentException when it is none; the message says what was expected */
    public static IgnoredPath parse(String text) {
        Matcher matcher = STEP.matcher(text);
        List<Step> steps = new ArrayList<>();
        int at = text.startsWith("$") ? 1 : 0;
        while (at > 0 && at < text.length() && matcher.find(at) && matcher.start() == at) {
            steps.add(step(matcher));
            at = matcher.end();
        }
        if (steps.isEmpty() || at != text.length()) {
            throw new IllegalArgumentException(
                    "expected a path such as $.id, $.users[*].seen, $.list[0] or $..at");
        }
        return new IgnoredPath(List.copyOf(steps));
    }

    private static Step step(Matcher matcher) {
        String index = matcher.group(3);
        if (index != null) {
            return index.equals("*") ? new Each() : new Element(Integer.parseInt(index));
        }
        return matcher.group(1).equals("..") ? new Anywhere(matcher.group(2)) : new Field(matcher.group(2));
    }

    /** Takes what stands there out of a document. */
    void removeFrom(JsonNode root) {
        remove(root, 0);
    }

    private void remove(JsonNode node, int depth) {
        boolean last = depth == steps.size() - 1;
        switch (steps.get(depth)) {
            case Field(String name) -> field(node, name, depth, last);
            case Anywhere(String name) -> {
                field(node, name, depth, last);
                node.valueStream().toList().forEach(child -> remove(child, depth));
            }
            case Element(int index) -> {
                if (node instanceof ArrayNode array && index < array.size()) {
                    if (last) {
                        array.setNull(index);
                    } else {
                        remove(array.get(index), depth + 1);
                    }
                }
            }
            case Each() -> {
                if (last && node instanceof ArrayNode array) {
                    array.removeAll();
                } else if (last && node instanceof ObjectNode object) {
                    object.removeAll();
                } else if (!last) {
                    node.valueStream().toList().forEach(child -> remove(child, depth + 1));
                }
            }
        }
    }

    private void field(JsonNode node, String name, int depth, boolean last) {
        if (node instanceof ObjectNode object && object.has(name)) {
            if (last) {
                object.remove(name);
            } else {
                remove(object.get(name), depth + 1);
            }
        }
    }
}
