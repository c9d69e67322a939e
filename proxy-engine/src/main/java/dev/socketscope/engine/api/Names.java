package dev.socketscope.engine.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Enum constants as configuration, scenarios, control API and reports have them: {@code UPSTREAM_AWAY} is {@code upstream-away}. */
public final class Names {
    private Names() {}

    /** The constant's name in lower case, with hyphens. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that has the name; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants()).filter(constant -> of(constant).equals(name)).findFirst();
    }
}
