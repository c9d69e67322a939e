package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Selection;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The timeline as a panel of its own, and as a part that stands beside other things. */
public final class TimelinePanel {
    private TimelinePanel() {}

    public static PanelSlot panel(Live live, Selection selection) {
        return new PanelSlot("timeline", Strings.of("timeline.title"), Feather.GIT_COMMIT, () -> {
            Node node = new TimelineView(live, selection, "timeline", false).node();
            node.getStyleClass().add("panel");
            return node;
        });
    }

    /** With the chosen connection's lane on top. */
    public static Node part(Live live, Selection selection, String id) {
        return new TimelineView(live, selection, id, true).node();
    }
}
