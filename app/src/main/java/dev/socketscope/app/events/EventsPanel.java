package dev.socketscope.app.events;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Event;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Events as a panel of their own, and as a tab about the chosen connection. */
public final class EventsPanel {
    private EventsPanel() {}

    /** @param showConnection gets the id of a connection that a person wants to see */
    public static PanelSlot panel(Live live, Selection selection, Appearance appearance,
            Consumer<String> showConnection) {
        return new PanelSlot("events", Strings.of("events.title"), Feather.ACTIVITY,
                () -> Fxml.load("events", new EventsController(live, selection, appearance, showConnection)));
    }

    /**
     * The newest that is worth telling, to stand among other cards.
     *
     * @param showConnection gets the id of a connection that a person wants to see
     * @param showAll opens the panel of all events
     */
    public static Node card(Live live, Appearance appearance, Consumer<String> showConnection, Runnable showAll) {
        EventsModel model = new EventsModel(event -> !EventKind.of(event).isRoutine());
        TableView<Event> table = new TableView<>();
        table.setId("latest-events");
        new EventTable(table, model, appearance, true).opens(showConnection);
        VBox.setVgrow(table, Priority.ALWAYS);
        live.shown().subscribe(state -> model.update(state.events()));
        Label title = new Label(Strings.of("events.latest"));
        title.getStyleClass().add("section-title");
        Hyperlink all = new Hyperlink(Strings.of("events.all"));
        all.setOnAction(e -> showAll.run());
        VBox card = new VBox(new HBox(title, FitLine.gap(), all), table);
        card.getStyleClass().addAll("card", "latest-events");
        return card;
    }

    public static TabSlot tab(Live live, Selection selection, Appearance appearance) {
        EventsModel model = new EventsModel(event -> true);
        selection.id().subscribe(id -> model.connection(id == null ? "" : id));
        live.shown().subscribe(state -> model.update(state.events()));
        return new TabSlot("events", Strings.of("events.title"), () -> {
            TableView<Event> table = new TableView<>();
            new EventTable(table, model, appearance, false);
            return table;
        }, Bindings.size(model.rows()).map(n -> n.longValue() == 0 ? "" : Units.count(n.longValue())));
    }
}
