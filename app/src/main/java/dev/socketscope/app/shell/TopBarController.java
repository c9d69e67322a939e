package dev.socketscope.app.shell;

import atlantafx.base.controls.CustomTextField;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Search;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** Engine, pause, search, what is armed, and theme. */
public final class TopBarController {
    @FXML
    private Button engine;
    @FXML
    private ToggleButton pause;
    @FXML
    private CustomTextField search;
    @FXML
    private Button armed;
    @FXML
    private Button disarm;
    @FXML
    private Button theme;

    private final Live live;
    private final Search expression;
    private final Appearance appearance;
    private final Consumer<String> browse;
    private final Runnable faults;

    /** @param faults shows the panel of faults */
    TopBarController(Live live, Search search, Appearance appearance, Consumer<String> browse, Runnable faults) {
        this.live = live;
        this.expression = search;
        this.appearance = appearance;
        this.browse = browse;
        this.faults = faults;
    }

    @FXML
    private void initialize() {
        new EnginePill(engine, live, browse);
        new PauseButton(pause, live);
        new SearchBox(search, expression);
        new FaultPill(armed, disarm, live, faults);
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

    /** Ctrl+F anywhere in the window goes to the search box, Ctrl+P pauses, Ctrl+Shift+D disarms all faults; ⌘ on macOS. */
    void listenForKeys(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Keys.shortcut(KeyCode.F).match(event)) {
                search.requestFocus();
                search.selectAll();
                event.consume();
            } else if (Keys.shortcut(KeyCode.P).match(event)) {
                pause.fire();
                event.consume();
            } else if (Keys.shortcut(KeyCode.D, KeyCombination.SHIFT_DOWN).match(event)) {
                // Also when nothing is known to be armed: what was armed a moment ago must not slip through.
                disarm.fire();
                event.consume();
            }
        });
    }
}
