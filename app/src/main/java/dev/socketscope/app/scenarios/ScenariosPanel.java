package dev.socketscope.app.scenarios;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Lazy;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.scenarios.Runs.State;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/**
 * The panel of scenarios. It plays on the engine that the window shows, and goes on when another panel is opened. Files are read when
 * somebody asks for scenarios.
 */
public final class ScenariosPanel implements AutoCloseable {
    private final Runs runs;
    private final Lazy<Library> library;
    private final Lazy<Studio> studio;
    private final ScenarioActions choices;
    private final PanelSlot slot;

    /**
     * @param metrics as a {@link dev.socketscope.engine.scenario.Player} takes it
     * @param folder where a person's own scenarios are
     * @param dialogs over the window
     * @param showConnection gets the id of a connection that a person wants to see
     * @param open brings the panel to the front
     */
    public ScenariosPanel(Live live, Appearance appearance, Memory memory, Supplier<String> metrics, Path folder,
            FileDialogs dialogs, Consumer<String> showConnection, Runnable open) {
        runs = new Runs(live.engine(), metrics, live::wake);
        library = new Lazy<>(() -> new Library(folder, InstantSource.system()));
        studio = new Lazy<>(
                () -> new Studio(live, runs, library.get(), appearance, memory, dialogs, showConnection));
        choices = new ScenarioActions(library, runs, document -> {
            open.run();
            studio.get().play(document);
        });
        slot = new PanelSlot("scenarios", Strings.of("scenarios.title"), Feather.FILM, () -> studio.get().node(),
                runs.state().map(state -> state == State.IDLE ? "" : "▶"));
    }

    /** Done to the scenario that runs. */
    public List<Action> actions() {
        return choices.fixed();
    }

    /** One for each scenario that there is now: runs it. */
    public List<Action> runs() {
        return choices.each();
    }

    public PanelSlot slot() {
        return slot;
    }

    /** The names of the scenarios that have changes which are not saved. */
    public List<String> unsaved() {
        return library.made()
                .stream()
                .flatMap(all -> all.unsaved().stream())
                .map(document -> document.name().get())
                .toList();
    }

    /** Plays something for a picture, of a run or of its results; whether that is still to come. */
    public boolean demonstrate(boolean results) {
        return studio.get().demonstrate(results);
    }

    /** Ends what is played, and has it clear up. */
    @Override
    public void close() {
        runs.close();
    }
}
