package dev.socketscope.app.shell;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Choice;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Does anything by its name: what is typed stands above, what answers to it below. The keys go to the field, and move the choice. */
final class Palette extends VBox {
    private static final int PAGE = 10;

    private final Choice choice;
    private final Runnable done;
    private final TextField field = new TextField();
    private final ListView<Action> list = new ListView<>(FXCollections.observableArrayList());

    /** @param done takes the palette away */
    Palette(Choice choice, Runnable done) {
        this.choice = choice;
        this.done = done;
        getStyleClass().add("palette");
        field.setId("palette-field");
        field.setPromptText(Strings.of("palette.prompt"));
        field.setAccessibleText(Strings.of("palette.name"));
        field.textProperty().subscribe((before, now) -> choice.type(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setAccessibleText(Strings.of("palette.list"));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell(choice));
        list.setPlaceholder(
                new EmptyState(Feather.SEARCH, Strings.of("palette.none"), Strings.of("palette.none.text")));
        list.setOnMouseClicked(event -> take());
        choice.found().subscribe(found -> {
            list.getItems().setAll(found);
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        });
        getChildren().addAll(field, list, foot());
    }

    /** With all actions as they are now, and nothing typed. */
    void begin() {
        field.clear();
        choice.begin();
    }

    TextField field() {
        return field;
    }

    private BorderPane foot() {
        Label count = new Label();
        count.getStyleClass().addAll("muted", "figures");
        count.textProperty().bind(choice.found().map(found -> Strings.of("palette.count", Units.count(found.size()))));
        Label keys = new Label(Strings.of("palette.keys"));
        keys.getStyleClass().add("muted");
        BorderPane foot = new BorderPane();
        foot.getStyleClass().add("palette-foot");
        foot.setLeft(keys);
        foot.setRight(count);
        return foot;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(event, 1);
            case UP -> move(event, -1);
            case PAGE_DOWN -> move(event, PAGE);
            case PAGE_UP -> move(event, -PAGE);
            case ENTER -> {
                event.consume();
                take();
            }
            case TAB -> event.consume();
            default -> {
                // Everything else is for the field.
            }
        }
    }

    /** One step beyond the end is the beginning, as in menus; a page stops there. */
    private void move(Event event, int by) {
        event.consume();
        int size = list.getItems().size();
        if (size > 0) {
            int at = list.getSelectionModel().getSelectedIndex() + by;
            int to = Math.abs(by) == 1 ? Math.floorMod(at, size) : Math.clamp(at, 0, size - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - PAGE / 2));
        }
    }

    private void take() {
        Action action = list.getSelectionModel().getSelectedItem();
        if (action != null && action.obstacle().get().isEmpty()) {
            done.run();
            choice.take(action);
        }
    }
}
