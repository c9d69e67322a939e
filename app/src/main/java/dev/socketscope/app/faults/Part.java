package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Values;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that a person can set in a fault. Values are kept as the text that stands in the field, so that a field never says anything else. */
sealed interface Part {
    /** As in the control API, where it has the same meaning there. */
    String key();

    /** What stands there at first. */
    String usual();

    /**
     * A number.
     *
     * @param scale of its slider; null when it has none
     * @param usual may be empty for no limit
     */
    record Amount(String key, Quantity quantity, @Nullable Scale scale, String usual) implements Part {}

    /**
     * One of a few.
     *
     * @param options in lower case
     */
    record Pick(String key, List<String> options, String usual) implements Part {
        @SafeVarargs
        static <E extends Enum<E>> Pick of(String key, E usual, E... others) {
            return new Pick(key, Stream.concat(Stream.of(usual), Stream.of(others)).map(Pick::name).toList(),
                    name(usual));
        }

        private static String name(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param lines how many the field shows */
    record Words(String key, String usual, int lines) implements Part {}
}
