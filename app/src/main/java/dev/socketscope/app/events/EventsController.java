package dev.socketscope.app.events;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The panel of all events, with choices of which ones. */
public final class EventsController {
    /** @param kind null for every kind */
    private record Choice(@Nullable EventKind kind) {
        @Override
        public String toString() {
            return kind == null ? Strings.of("events.every.kind") : kind.title();
        }
    }

    @FXML
    private HBox title;
    @FXML
    private ComboBox<Choice> kind;
    @FXML
    private ToggleButton chosenOnly;
    @FXML
    private Label dropped;
    @FXML
    private TableView<Event> table;

    private final Live live;
    private final Selection selection;
    private final Appearance appearance;
    private final Consumer<String> showConnection;
    private final EventsModel model = new EventsModel(event -> true);
    private @Nullable EventTable rows;

    EventsController(Live live, Selection selection, Appearance appearance, Consumer<String> showConnection) {
        this.live = live;
        this.selection = selection;
        this.appearance = appearance;
        this.showConnection = showConnection;
    }

    @FXML
    private void initialize() {
        rows = new EventTable(table, model, appearance, true);
        rows.opens(showConnection);
        title.getChildren().add(1, new Badge(Bindings.size(model.rows()).map(n -> Units.count(n.longValue()))));
        List<Choice> choices = new ArrayList<>(List.of(new Choice(null)));
        for (EventKind each : EventKind.values()) {
            choices.add(new Choice(each));
        }
        kind.setItems(FXCollections.observableArrayList(choices));
        kind.getSelectionModel().selectFirst();
        kind.valueProperty().subscribe(choice -> model.kind(choice.kind()));
        chosenOnly.selectedProperty().subscribe(only -> narrow());
        selection.id().subscribe(id -> narrow());
        live.shown().subscribe(state -> {
            model.update(state.events());
            dropped.setText(state.events().dropped() == 0 ? ""
                    : Strings.of("events.dropped", Units.count(state.events().dropped())));
        });
    }

    @FXML
    private void copyAll() {
        if (rows != null) {
            rows.copyAll();
        }
    }

    private void narrow() {
        model.connection(chosenOnly.isSelected() ? selection.id().get() : null);
    }
}
