package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Search;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;

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
    private final Parent root;

    /**
     * @param panels in the order of the side bar
     * @param settings stands at the side bar's foot
     * @param browse opens a URL outside of the window
     */
    public Shell(Live live, Search search, Appearance appearance, Memory memory, List<PanelSlot> panels,
            PanelSlot settings, Consumer<String> browse) {
        TopBarController top = new TopBarController(live, search, appearance, browse, () -> open("faults"));
        main = new MainController(memory, panels, settings);
        root = Fxml.load("main", main, top, new MistakeController(search, top), new StatusBarController(live));
        top.listenForKeys(root);
    }

    public Parent root() {
        return root;
    }

    /** Brings a panel to the front. */
    public void open(String panel) {
        main.open(panel);
    }
}
