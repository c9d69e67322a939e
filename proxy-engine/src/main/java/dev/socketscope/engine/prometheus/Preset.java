package dev.socketscope.engine.prometheus;

import java.util.Arrays;

/** Whose metrics they are, by the names that are seen. */
public enum Preset {
    SOCKETSCOPE("socketscope_"), ENVOY("envoy_"), OTHER("");

    private final String prefix;

    Preset(String prefix) {
        this.prefix = prefix;
    }

    /** The first whose names are there. */
    public static Preset of(History history) {
        return Arrays.stream(values())
                .filter(preset -> history.families().stream().anyMatch(f -> f.name().startsWith(preset.prefix)))
                .findFirst()
                .orElse(OTHER);
    }
}
