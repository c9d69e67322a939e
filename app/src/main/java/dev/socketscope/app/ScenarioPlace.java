package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.scenarios.FileDialogs;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What scenarios need of the world around the window.
 *
 * @param metrics makes the engine's metrics in Prometheus' text format; empty text when they cannot be had. Any thread
 * @param folder where a person's own scenarios are; need not exist
 */
public record ScenarioPlace(Supplier<String> metrics, Path folder) {
    FileDialogs dialogs(Memory memory) {
        return new ScenarioDialogs(memory, folder);
    }
}
