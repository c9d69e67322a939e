package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.journal.FrameScreen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Text that a JSON document must hold to meet a condition, looked for before it is parsed: parsing costs ten times as much. Only
 * text that JSON writes one way is asked for, and nothing at all where a backslash may have written it another way.
 */
final class JsonHint {
    private static final ByteSearch BACKSLASH = ByteSearch.exactly(new byte[]{'\\'});

    private final List<ByteSearch> required;

    private JsonHint(List<ByteSearch> required) {
        this.required = required;
    }

    static JsonHint of(JsonPath path, JsonTest test) {
        Stream<String> names = path.steps()
                .stream()
                .filter(JsonPath.Field.class::isInstance)
                .map(step -> '"' + ((JsonPath.Field) step).name() + '"');
        Stream<String> literals = test instanceof JsonTest.Compares(Comparison comparison, String literal, var number, var _)
                && comparison == Comparison.EQUAL && number == null ? Stream.of(literal) : Stream.empty();
        return new JsonHint(Stream.concat(names, literals)
                .filter(text -> text.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '\\'))
                .map(text -> ByteSearch.exactly(text.getBytes(StandardCharsets.US_ASCII)))
                .toList());
    }

    /** Passed by what {@link #allows} allows. */
    FrameScreen screen() {
        FrameScreen plain = FrameScreen.all(required.stream().map(ByteSearch::screen).toList());
        return FrameScreen.any(List.of(plain, BACKSLASH.screen()));
    }

    /** False only if the content cannot meet the condition. */
    boolean allows(FilterContent content) {
        for (ByteSearch text : required) {
            if (!text.isFoundIn(content.bytes(), content.length())) {
                return BACKSLASH.isFoundIn(content.bytes(), content.length());
            }
        }
        return true;
    }
}
