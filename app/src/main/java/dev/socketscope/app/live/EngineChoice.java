package dev.socketscope.app.live;

import dev.socketscope.engine.api.Engine;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * An engine that a window can show. Two of them are equal only when they are the same.
 *
 * @param metrics makes the engine's metrics in Prometheus' text format; empty text when they cannot be had. Any thread
 * @param away says why the engine cannot be reached, empty while it can; any thread
 * @param way says how it is reached where that is not as usual, as by polling; empty otherwise; any thread
 * @param control URL of the control port through which it is reached, or path of the file from which it is read; empty for an engine in this
 *        process
 * @param recording writes down what it sees
 */
public record EngineChoice(Engine engine, Supplier<String> metrics, Supplier<String> away, Supplier<String> way,
        String control, Recordable recording) {
    /** One that is reached as usual, or not at all. */
    public EngineChoice(Engine engine, Supplier<String> metrics, Supplier<String> away, String control,
            Recordable recording) {
        this(engine, metrics, away, () -> "", control, recording);
    }

    /** What a title bar calls it: where the engine listens, or a recording's file. */
    public String title() {
        return control.isEmpty() || control.contains("://") ? engine.info().listen()
                : String.valueOf(Path.of(control).getFileName());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
