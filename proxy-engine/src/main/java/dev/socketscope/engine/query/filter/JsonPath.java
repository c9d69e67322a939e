package dev.socketscope.engine.query.filter;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The way from a JSON document's root to a value, for example {@code .updates[0].path}. */
record JsonPath(List<Step> steps) {

    sealed interface Step {}

    record Field(String name) implements Step {}

    record Element(int index) implements Step {}

    /** Every element of an array or object: {@code [*]}. */
    record Each() implements Step {}

    /** Whether the path leads to a value that passes the test. */
    boolean anyMatch(@Nullable JsonNode root, Predicate<JsonNode> test) {
        return root != null && follow(root, 0, test);
    }

    private boolean follow(JsonNode node, int depth, Predicate<JsonNode> test) {
        if (depth == steps.size()) {
            return test.test(node);
        }
        return switch (steps.get(depth)) {
            case Field(String name) -> step(node.get(name), depth, test);
            case Element(int index) -> step(node.get(index), depth, test);
            case Each() -> node.valueStream().anyMatch(child -> follow(child, depth + 1, test));
        };
    }

    private boolean step(@Nullable JsonNode child, int depth, Predicate<JsonNode> test) {
        return child != null && follow(child, depth + 1, test);
    }
}
