package dev.socketscope.app;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;

/**
 * What a stage shows of each engine that it is linked to. The panels of an engine stay as they were left while another one is shown,
 * and go on following it. JavaFX thread only.
 */
final class Windows implements AutoCloseable {
    private final Stage stage;
    private final Engines engines;
    private final Supplier<Wiring> wire;
    private final Map<EngineChoice, Wiring> windows = new HashMap<>();

    /** @param wire makes the window about the engine that is shown at that moment */
    Windows(Stage stage, Engines engines, Supplier<Wiring> wire) {
        this.stage = stage;
        this.engines = engines;
        this.wire = wire;
        engines.beforeDetaching(choice -> new UnsavedQuestion(stage, unsaved(choice)).mayClose());
        engines.all().addListener((ListChangeListener<EngineChoice>) this::letGo);
        engines.shown().subscribe(this::show);
    }

    /** The window about the engine that is shown. */
    Wiring shown() {
        return Objects.requireNonNull(windows.get(engines.shown().get()));
    }

    /** The names of the scenarios whose changes would be lost if the stage were closed now. */
    List<String> unsaved() {
        return windows.values().stream().flatMap(wiring -> wiring.unsaved().stream()).toList();
    }

    private List<String> unsaved(EngineChoice choice) {
        Wiring wiring = windows.get(choice);
        return wiring == null ? List.of() : wiring.unsaved();
    }

    private void show(EngineChoice choice) {
        Wiring wiring = windows.computeIfAbsent(choice, fresh -> wire.get());
        // Another window may have changed the look meanwhile.
        wiring.appearance().recall();
        stage.setScene(wiring.scene());
        stage.setTitle(Strings.of("app.window", choice.title()));
    }

    private void letGo(ListChangeListener.Change<? extends EngineChoice> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::close);
        }
    }

    private void close(EngineChoice choice) {
        Wiring wiring = windows.remove(choice);
        if (wiring != null) {
            wiring.close();
        }
    }

    /** The engines go on. */
    @Override
    public void close() {
        windows.values().forEach(Wiring::close);
        windows.clear();
    }
}
