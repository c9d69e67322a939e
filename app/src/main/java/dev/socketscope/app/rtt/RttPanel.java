package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Moment;
import dev.socketscope.app.live.Selection;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** Round trips as a panel of their own, as a tab about the chosen connections, and as a part that stands beside other things. */
public final class RttPanel {
    private RttPanel() {}

    /**
     * Of every live connection, or of the chosen ones, with the lines in figures.
     *
     * @param moment asked for the frames at a moment
     * @param rowHeight of tables, in pixels
     */
    public static PanelSlot panel(Live live, Selection selection, Memory memory, Moment moment,
            ObservableDoubleValue rowHeight) {
        return new PanelSlot("rtt", Strings.of("rtt.title"), Feather.TRENDING_UP,
                () -> scoped(live, selection, memory, moment, rowHeight));
    }

    private static Node scoped(Live live, Selection selection, Memory memory, Moment moment,
            ObservableDoubleValue rowHeight) {
        RttScope scope = new RttScope(live, selection, memory);
        RttView view = new RttView(live, memory, "rtt", scope::connections);
        view.addFigures(rowHeight);
        view.addTool(scope.node());
        view.setOnMoment(moment);
        scope.setOnChange(view::refresh);
        view.node().getStyleClass().add("panel");
        return view.node();
    }

    public static TabSlot tab(Live live, Selection selection, Memory memory, Moment moment) {
        return new TabSlot("rtt", Strings.of("rtt.tab"), () -> part(live, selection, memory, moment, "rtt-tab"),
                new SimpleStringProperty(""));
    }

    /** @param key tells this part from others in the memory of the window and for tests */
    public static Node part(Live live, Selection selection, Memory memory, Moment moment, String key) {
        RttView view = new RttView(live, memory, key, () -> RttScope.chosen(selection));
        view.setOnMoment(moment);
        // That the same ones have changed is heard of with the window's state.
        selection.all()
                .map(chosen -> chosen.stream().map(LiveConnection::id).toList())
                .subscribe(ids -> view.refresh());
        return view.node();
    }
}
