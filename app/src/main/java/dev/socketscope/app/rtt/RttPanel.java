package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Connection;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/** Round trips as a panel of their own, as a tab about the chosen connection, and as a part that stands beside other things. */
public final class RttPanel {
    private RttPanel() {}

    /** Of every live connection, or of the chosen one. */
    public static PanelSlot panel(Live live, Selection selection, Memory memory) {
        return new PanelSlot("rtt", Strings.of("rtt.title"), Feather.TRENDING_UP,
                () -> scoped(live, selection, memory));
    }

    private static Node scoped(Live live, Selection selection, Memory memory) {
        ToggleButton all = new ToggleButton(Strings.of("rtt.all"));
        ToggleButton chosen = new ToggleButton(Strings.of("rtt.chosen"));
        all.setId("rtt-all");
        chosen.setId("rtt-chosen");
        all.setSelected(true);
        RttView view = new RttView(live, memory, "rtt",
                () -> all.isSelected() ? RttView.all(live.shown().get()) : chosen(selection));
        ToggleGroup group = new ToggleGroup();
        SegmentedButton scope = new SegmentedButton(all, chosen);
        scope.setToggleGroup(group);
        all.setToggleGroup(group);
        chosen.setToggleGroup(group);
        group.selectedToggleProperty().subscribe((before, now) -> {
            // One of both is always chosen.
            if (now == null) {
                before.setSelected(true);
            } else {
                view.refresh();
            }
        });
        view.addTool(scope);
        selection.id().subscribe(id -> view.refresh());
        view.node().getStyleClass().add("panel");
        return view.node();
    }

    public static TabSlot tab(Live live, Selection selection, Memory memory) {
        return new TabSlot("rtt", Strings.of("rtt.tab"), () -> part(live, selection, memory, "rtt-tab"),
                new SimpleStringProperty(""));
    }

    /** @param key tells this part from others in the memory of the window and for tests */
    public static Node part(Live live, Selection selection, Memory memory, String key) {
        RttView view = new RttView(live, memory, key, () -> chosen(selection));
        selection.id().subscribe(id -> view.refresh());
        return view.node();
    }

    private static List<Connection> chosen(Selection selection) {
        LiveConnection connection = selection.connection().get();
        return connection == null ? List.of() : List.of(connection.connection());
    }
}
