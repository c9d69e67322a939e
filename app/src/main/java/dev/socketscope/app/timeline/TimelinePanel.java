package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Moment;
import dev.socketscope.app.live.Selection;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The timeline as a panel of its own, and as a part that stands beside other things. */
public final class TimelinePanel {
    private TimelinePanel() {}

    /** @param moment asked for the frames at a moment of a lane */
    public static PanelSlot panel(Live live, Selection selection, Moment moment) {
        return new PanelSlot("timeline", Strings.of("timeline.title"), Feather.GIT_COMMIT, () -> {
            Node node = new TimelineView(live, selection, moment, "timeline", false).node();
            node.getStyleClass().add("panel");
            return node;
        });
    }

    /** With the chosen connection's lane on top. */
    public static Node part(Live live, Selection selection, Moment moment, String id) {
        return new TimelineView(live, selection, moment, id, true).node();
    }
}
