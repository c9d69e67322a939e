package dev.socketscope.app.shell;

import atlantafx.base.controls.CustomTextField;
import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.controls.FilePicker;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Search;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Engine, pause, search, what is armed, and theme. */
public final class TopBarController {
    @FXML
    private Button engine;
    @FXML
    private ToggleButton pause;
    @FXML
    private Button record;
    @FXML
    private CustomTextField search;
    @FXML
    private Button armed;
    @FXML
    private Button disarm;
    @FXML
    private Button palette;
    @FXML
    private Button theme;

    private final Live live;
    private final Engines engines;
    private final Search expression;
    private final Appearance appearance;
    private final Function<Node, FilePicker> files;
    private final Consumer<String> browse;
    private final Runnable faults;
    private final Runnable everything;
    private final Undoing undoing;

    /**
     * @param files asks for a file over the window of a node
     * @param faults shows the panel of faults
     * @param everything opens the palette
     */
    TopBarController(Live live, Engines engines, Search search, Appearance appearance,
            Function<Node, FilePicker> files,
            Consumer<String> browse, Runnable faults,
            Runnable everything, Undoing undoing) {
        this.live = live;
        this.engines = engines;
        this.expression = search;
        this.appearance = appearance;
        this.files = files;
        this.browse = browse;
        this.faults = faults;
        this.everything = everything;
        this.undoing = undoing;
    }

    @FXML
    private void initialize() {
        new EnginePill(engine, live, engines, browse);
        new PauseButton(pause, live);
        new RecordButton(record, live, engines, files.apply(record));
        new SearchBox(search, expression, undoing);
        new FaultPill(armed, disarm, live, undoing, faults);
        String title = Strings.of("palette.tooltip", ShellKeys.PALETTE.text());
        palette.setGraphic(Icons.of(Feather.COMMAND));
        palette.setTooltip(new Tooltip(title));
        palette.setAccessibleText(Strings.of("palette.name"));
        palette.setOnAction(e -> everything.run());
        theme();
    }

    private void theme() {
        theme.setOnAction(e -> appearance.theme()
                .set(
                        appearance.dark().get() ? Appearance.Theme.LIGHT : Appearance.Theme.DARK));
        appearance.dark().subscribe(dark -> {
            String title = Strings.of(dark ? "theme.to.light" : "theme.to.dark");
            theme.setGraphic(Icons.of(dark ? Feather.SUN : Feather.MOON));
            theme.setTooltip(new Tooltip(title));
            theme.setAccessibleText(title);
        });
    }

    /** The search box, for whoever stands below it. */
    CustomTextField searchField() {
        return search;
    }

    /** What can be done here, for the keys and the palette. */
    List<Action> actions() {
        return List.of(
                Action.of("window.pause", Group.WINDOW, Strings.of("action.pause"), Feather.PAUSE, pause::fire)
                        .on(ShellKeys.PAUSE),
                Action.of("search.find", Group.WINDOW, Strings.of("action.find"), Feather.SEARCH, this::find)
                        .on(ShellKeys.FIND),
                Action.of("search.clear", Group.WINDOW, Strings.of("action.search.clear"), Feather.X,
                        () -> expression.replace(""))
                        .when(() -> !expression.typed().get().isEmpty(), Strings.of("action.search.clear.not")),
                // Also when nothing is known to be armed: what was armed a moment ago must not slip through.
                Action.of("faults.disarm-all", Group.FAULTS, Strings.of("action.disarm"), Feather.ZAP_OFF, disarm::fire)
                        .on(ShellKeys.PANIC),
                Action.of("engine.browse", Group.WINDOW, Strings.of("action.browse"), Feather.EXTERNAL_LINK,
                        () -> browse.accept(address())),
                Action.of("engines.choose", Group.WINDOW, Strings.of("action.engines"), Feather.SERVER, engine::fire)
                        .on(ShellKeys.ENGINES),
                Action.of("record.toggle", Group.WINDOW, Strings.of("action.record"), Feather.DISC, record::fire)
                        .on(ShellKeys.RECORD)
                        .when(record::isVisible, Strings.of("action.record.not")),
                Action.of("recording.open", Group.WINDOW, Strings.of("action.recording.open"), Feather.FOLDER,
                        this::openRecording).on(ShellKeys.OPEN),
                Action.of("engines.next", Group.WINDOW, Strings.of("action.engines.next"), Feather.REPEAT,
                        engines::showNext)
                        .on(ShellKeys.NEXT_ENGINE)
                        .when(() -> engines.all().size() > 1, Strings.of("action.engines.next.not")),
                Action.of("engine.copy", Group.WINDOW, Strings.of("action.copy.address"), Feather.COPY,
                        () -> Clip.copy(address())));
    }

    /** One for each engine that is linked but not shown. */
    List<Action> others() {
        return engines.all()
                .stream()
                .filter(choice -> choice != engines.shown().get())
                .map(choice -> Action.of("engines.show." + choice.control(), Group.WINDOW,
                        Strings.of("action.engines.show", EngineNames.line(choice)), Feather.SERVER,
                        () -> engines.show(choice)))
                .toList();
    }

    private void openRecording() {
        Path file = files.apply(engine).askExisting(Strings.of("recordings"), "*.sockets", "*.har", "*.*");
        if (file != null) {
            FileDrop.open(engine, engines, List.of(file.toFile()));
        }
    }

    private String address() {
        return "http://" + live.engine().info().listen();
    }

    private void find() {
        search.requestFocus();
        search.selectAll();
    }
}
