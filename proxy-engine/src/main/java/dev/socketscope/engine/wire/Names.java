package dev.socketscope.engine.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Enum constants as the API writes them: {@code UPSTREAM_AWAY} is {@code upstream-away}. */
public final class Names {
    private Names() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws WireException when there is no such constant; names all of them */
    public static <E extends Enum<E>> E parse(Class<E> type, String key, String name) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(name)) {
                return constant;
            }
        }
        throw new WireException(key, '"' + name + '"', "one of " + all(type));
    }

    private static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Names::of).collect(Collectors.joining(", "));
    }
}
