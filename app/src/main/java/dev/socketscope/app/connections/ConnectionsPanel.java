package dev.socketscope.app.connections;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Search;
import dev.socketscope.app.live.Selection;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The panel of connections. */
public final class ConnectionsPanel {
    private final ConnectionDetail detail;
    private final PanelSlot slot;
    private final List<Action> actions;

    /**
     * @param tabs about the chosen connection
     * @param beside stands beside the tabs where there is room
     * @param wishes what other panels do for a connection
     */
    public ConnectionsPanel(Live live, Search search, Selection selection, Appearance appearance, Memory memory,
            List<TabSlot> tabs, Node beside, ConnectionWishes wishes) {
        detail = new ConnectionDetail(live, selection, memory, tabs, beside);
        ConnectionsController controller = new ConnectionsController(live, search, selection, appearance, memory,
                detail, wishes);
        Node node = Fxml.load("connections", controller);
        slot = new PanelSlot("connections", Strings.of("connections.title"), Feather.REPEAT, () -> node);
        actions = controller.actions();
    }

    /** Done to the chosen connections. */
    public List<Action> actions() {
        return actions;
    }

    public PanelSlot slot() {
        return slot;
    }

    /** Brings a tab to the front; does nothing when there is none with this id. */
    public void openTab(String id) {
        detail.open(id);
    }
}
