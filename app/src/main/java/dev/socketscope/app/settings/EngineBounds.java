package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.config.Durations;
import dev.socketscope.engine.config.Sizes;
import java.util.List;
import java.util.Locale;

/** The bounds that an engine keeps, by their keys in the configuration. */
final class EngineBounds {
    /** When another value in the configuration file is in force. */
    enum Acts {
        AT_THE_NEXT_START, WHEN_RELOADED;

        /** For people. */
        String text() {
            return Strings.of("bound.acts." + name().toLowerCase(Locale.ROOT).replace('_', '.'));
        }
    }

    /**
     * @param key as messages about the configuration file have it, for example {@code capture.maxBytes}
     * @param value for people
     * @param written as the configuration file has it, exact, for example {@code 256MiB}
     */
    record Bound(String key, String value, String written, Acts acts) {
        /** What can stand in a configuration file, for example <code>capture: {maxBytes: 256MiB}</code>. */
        String line() {
            int dot = key.indexOf('.');
            return dot < 0 ? key + ": \"" + written + '"'
                    : key.substring(0, dot) + ": {" + key.substring(dot + 1) + ": " + written + '}';
        }
    }

    private EngineBounds() {}

    static List<Bound> of(EngineInfo engine) {
        Capture capture = engine.capture();
        Limits limits = engine.limits();
        return List.of(new Bound("listen", engine.listen(), engine.listen(), Acts.AT_THE_NEXT_START),
                size("capture.maxBytes", capture.maxBytes(), Acts.AT_THE_NEXT_START),
                size("capture.maxPayload", capture.maxPayload(), Acts.AT_THE_NEXT_START),
                count("limits.maxConnections", limits.maxConnections()),
                count("limits.maxPending", limits.maxPending()),
                size("limits.maxFrame", limits.maxFrame(), Acts.WHEN_RELOADED),
                new Bound("limits.handshakeTimeout", Durations.text(limits.handshakeTimeout()),
                        Durations.text(limits.handshakeTimeout()), Acts.WHEN_RELOADED));
    }

    private static Bound size(String key, long bytes, Acts acts) {
        return new Bound(key, Units.bytes(bytes), Sizes.text(bytes), acts);
    }

    private static Bound count(String key, int number) {
        return new Bound(key, Units.count(number), Integer.toString(number), Acts.WHEN_RELOADED);
    }
}
