package dev.socketscope.app.shell;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Actions;
import dev.socketscope.app.actions.Choice;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FilePicker;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Search;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * The main frame, built from its FXML files.
 *
 * <pre>
 *   ┌ logo  engine  pause  search      what is armed  theme ┐ TopBarController
 *   ├ what is wrong with the search (only when it is) ─────┤ MistakeController
 *   │ side │                                               │
 *   │ bar  │              the panel that is open           │ MainController
 *   ├ active · rates · errors ───────────────────── capture┤ StatusBarController
 * </pre>
 */
public final class Shell {
    private final MainController main;
    private final Overlay overlay = new Overlay();
    private final Palette palette;
    private final Actions actions;
    private final StackPane root;

    /**
     * @param panels in the order of the side bar
     * @param settings stands at the side bar's foot
     * @param actions gets those of the frame; gets those of the frame, and may get others at any time
     * @param browse opens a URL outside of the window
     * @param files asks for a file over the window of a node
     */
    public Shell(Live live, Engines engines, Search search, Appearance appearance, Memory memory,
            List<PanelSlot> panels,
            PanelSlot settings, Actions actions, Undoing undoing, Consumer<String> browse,
            Function<Node, FilePicker> files) {
        this.actions = actions;
        TopBarController top = new TopBarController(live, engines, search, appearance, files, browse,
                () -> open("faults"),
                this::togglePalette, undoing);
        main = new MainController(memory, panels, settings);
        root = new StackPane(Fxml.load("main", main, top, new MistakeController(search, top),
                new StatusBarController(live)), overlay);
        actions.add(main.actions());
        actions.add(top.actions());
        actions.add(own());
        actions.add(List.of(undoing.action()));
        actions.find(top::others);
        FileDrop.on(root, engines);
        new AlertNotices(live, root, this::open);
        palette = new Palette(new Choice(actions, memory), overlay::close);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                listen(scene);
            }
        });
    }

    private List<Action> own() {
        return List.of(
                Action.of("window.palette", Group.WINDOW, Strings.of("palette.name"), Feather.COMMAND,
                        this::togglePalette).on(ShellKeys.PALETTE),
                Action.of("window.keys", Group.WINDOW, Strings.of("keys.title"), Feather.HELP_CIRCLE,
                        this::toggleKeys).on(ShellKeys.OVERVIEW),
                Action.of("window.keys.too", Group.WINDOW, Strings.of("keys.title.too"), Feather.HELP_CIRCLE,
                        this::toggleKeys).on(ShellKeys.OVERVIEW_TOO));
    }

    /**
     * Places see to their own keys first, and what they leave is for all. The panic key comes before everything; while something lies over the
     * window, no other key works but those that open and close it.
     */
    private void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ShellKeys.PANIC.matches(event)) {
                actions.press(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean always = Stream.of(ShellKeys.PALETTE, ShellKeys.OVERVIEW, ShellKeys.OVERVIEW_TOO)
                    .anyMatch(key -> key.matches(event));
            if (always || !overlay.isVisible()) {
                actions.press(event);
            }
        });
    }

    private void togglePalette() {
        if (overlay.content() == palette) {
            overlay.close();
        } else {
            palette.begin();
            overlay.open(palette, palette.field());
        }
    }

    private void toggleKeys() {
        if (overlay.content() instanceof KeysCard) {
            overlay.close();
        } else {
            KeysCard keys = new KeysCard(actions, overlay::close);
            overlay.open(keys, keys.focus());
        }
    }

    /** Begins to make the panels that nobody has opened yet, so that the first look at one is not slow. @param first done before */
    public void prepare(Runnable first) {
        main.prepare(first);
    }

    /** Takes away what lies over the window. */
    public void uncover() {
        overlay.close();
    }

    public Parent root() {
        return root;
    }

    /** Puts a bar below the head. */
    public void addBar(Node bar) {
        main.addBar(bar);
    }

    /** Brings a panel to the front. */
    public void open(String panel) {
        main.open(panel);
    }
}
