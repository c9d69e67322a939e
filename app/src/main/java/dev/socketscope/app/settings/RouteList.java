package dev.socketscope.app.settings;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The routes in their order, and what can be done to the order. */
final class RouteList extends VBox {
    private final RoutesModel model;
    private final Undoing undoing;
    private final ListView<RouteDraft> list;

    RouteList(RoutesModel model, Undoing undoing) {
        this.model = model;
        this.undoing = undoing;
        list = new ListView<>(model.drafts());
        list.setId("route-list");
        list.setAccessibleText(Strings.of("routes.title"));
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label(Strings.of("routes.none")));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove();
                event.consume();
            }
        });
        model.version().subscribe((before, now) -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().add("route-list");
        getChildren().addAll(tools(), list);
    }

    ListView<RouteDraft> list() {
        return list;
    }

    private HBox tools() {
        Button add = tool("add", Feather.PLUS, () -> choose(model.add()));
        Button copy = tool("duplicate", Feather.COPY, () -> choose(model.duplicate(chosen())));
        Button up = tool("up", Feather.ARROW_UP, () -> choose(model.move(chosen(), -1)));
        Button down = tool("down", Feather.ARROW_DOWN, () -> choose(model.move(chosen(), 1)));
        Button remove = tool("remove", Feather.TRASH_2, this::remove);
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            boolean none = index.intValue() < 0;
            copy.setDisable(none);
            up.setDisable(none);
            down.setDisable(none);
            remove.setDisable(none);
        });
        HBox tools = new HBox(add, copy, up, down, remove);
        tools.getStyleClass().add("route-tools");
        return tools;
    }

    private static Button tool(String name, Feather icon, Runnable action) {
        Button button = Icons.button(icon, Strings.of("routes." + name), action);
        button.setId("route-" + name);
        return button;
    }

    private int chosen() {
        return list.getSelectionModel().getSelectedIndex();
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(index);
    }

    private void remove() {
        int index = chosen();
        if (index >= 0) {
            String rule = model.drafts().get(index).rule();
            Runnable back = model.remove(index);
            choose(Math.min(index, model.drafts().size() - 1));
            undoing.done(this, Strings.of("routes.removed", rule), back);
        }
    }

    private final class Cell extends ListCell<RouteDraft> {
        private final Label rule = new Label();
        private final Label upstream = new Label();
        private final VBox lines = new VBox(rule, upstream);

        Cell() {
            rule.getStyleClass().add("data");
            upstream.getStyleClass().addAll("data", "muted");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable RouteDraft draft, boolean empty) {
            super.updateItem(draft, empty);
            if (empty || draft == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean wrong = !model.check().wrong(getIndex()).isEmpty();
            rule.setText(draft.rule());
            rule.setGraphic(wrong ? Icons.of(Feather.ALERT_CIRCLE, "broken") : null);
            upstream.setText("→ " + draft.text(RouteField.UPSTREAM).get());
            setAccessibleText(rule.getText() + " " + upstream.getText()
                    + (wrong ? ", " + Strings.of("routes.wrong.one") : ""));
            setGraphic(lines);
        }
    }
}
