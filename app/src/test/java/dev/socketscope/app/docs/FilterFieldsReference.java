package dev.socketscope.app.docs;

import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.query.filter.Filter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every field of a filter, as a page: what the reader of filters says of fields and values that it does not know. */
final class FilterFieldsReference {
    private static final String UNKNOWN = "zzzzzzzz";
    private static final String KNOWN = "Known are ";

    private FilterFieldsReference() {}

    static String of() {
        return "# Fields of a filter\n\n" + Generated.NOTE
                + "What may stand before a colon or a comparison in [the search box](search.md) and in `filter=` of the"
                + " [control API](../control-api.md). Text stands in quotes where it has blanks, and `*` in it for anything. A part is enough"
                + " where there is no `*`, but of `conn:`.\n\n" + Cell.head("field", "asks", "takes")
                + known(UNKNOWN + ":1").stream().map(FilterFieldsReference::row).collect(Collectors.joining());
    }

    private static String row(String field) {
        String name = field.substring(0, field.length() - 1);
        return Cell.row(Cell.code(field), asks(name), takes(name));
    }

    /** A field that is new has to be told here. */
    private static String asks(String field) {
        return switch (field) {
            case "path" -> "for the connection's path, with its query";
            case "host" -> "for the host that the client asked for";
            case "route" -> "for the rule of the connection's route";
            case "proto" -> "for the subprotocol that was agreed";
            case "conn" -> "for the connection's id, with or without `ws_`";
            case "state" -> "for the connection's state now";
            case "dir" -> "who sent it: `up` clients, `down` upstreams";
            case "op" -> "what the frame is; `control` and `data` stand for several";
            case "hex" -> "for these bytes in the content";
            case "size" -> "how long the payload was on the wire";
            case "inproxy" -> "how long it was in the engine";
            case "seq" -> "for the frame's number";
            default -> throw new AssertionError("Nothing tells what '" + field + ":' asks.");
        };
    }

    private static String takes(String field) {
        List<String> values = known(field + ":" + UNKNOWN);
        if (!values.isEmpty()) {
            return Cell.codes(values.stream());
        }
        Optional<String> refusal = refusal(field + ":" + UNKNOWN).map(FilterException::getMessage);
        if (refusal.isEmpty()) {
            return "text";
        }
        String comparisons = Cell.codes(Stream.of("=", "==", "!=", "<", "<=", ">", ">=")
                .filter(sign -> refusal(field + sign + "1s").isEmpty()
                        || refusal(field + sign + "1").isEmpty()));
        String value = Cell.plain(refusal.get().replaceFirst(".*(?:; write for example|: takes) ", ""));
        return comparisons.isEmpty() ? value : value + ", after " + comparisons;
    }

    private static List<String> known(String expression) {
        return refusal(expression).map(FilterException::getMessage)
                .filter(message -> message.contains(KNOWN))
                .map(message -> message.replaceFirst(".*" + KNOWN, "").replaceFirst(";.*", ""))
                .map(names -> List.of(names.split(" ")))
                .orElse(List.of());
    }

    private static Optional<FilterException> refusal(String expression) {
        try {
            Filter.parse(expression);
            return Optional.empty();
        } catch (FilterException e) {
            return Optional.of(e);
        }
    }
}
