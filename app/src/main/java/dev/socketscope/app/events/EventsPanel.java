package dev.socketscope.app.events;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Event;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** Events as a panel of their own, and as a tab about the chosen connection. */
public final class EventsPanel {
    private EventsPanel() {}

    public static PanelSlot panel(Live live, Selection selection, Appearance appearance) {
        return new PanelSlot("events", Strings.of("events.title"), Feather.ACTIVITY,
                Fxml.load("events", new EventsController(live, selection, appearance)));
    }

    public static TabSlot tab(Live live, Selection selection, Appearance appearance) {
        EventsModel model = new EventsModel();
        TableView<Event> table = new TableView<>();
        new EventTable(table, model, appearance, false);
        selection.id().subscribe(id -> model.connection(id == null ? "" : id));
        live.shown().subscribe(state -> model.update(state.events()));
        return new TabSlot("events", Strings.of("events.title"), table,
                Bindings.size(model.rows()).map(n -> n.longValue() == 0 ? "" : Units.count(n.longValue())));
    }
}
