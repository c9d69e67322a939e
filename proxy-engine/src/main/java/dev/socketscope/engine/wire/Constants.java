package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Names;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Enum constants as callers write them. */
public final class Constants {
    private Constants() {}

    /** @throws WireException when there is no such constant; names all of them */
    public static <E extends Enum<E>> E parse(Class<E> type, String key, String name) {
        return Names.find(type, name)
                .orElseThrow(() -> new WireException(key, '"' + name + '"', expected(type)));
    }

    /** What a message says that was expected. */
    static String expected(Class<? extends Enum<?>> type) {
        return "one of " + Arrays.stream(type.getEnumConstants()).map(Names::of).collect(Collectors.joining(", "));
    }
}
