package dev.socketscope.app.connections;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.RowOpening;
import dev.socketscope.app.controls.Strings;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** Lets a person put connections together and fold groups; both are remembered. */
final class Grouped {
    private static final String BY = "connections.group";
    private static final String FOLDED = "connections.group.folded";

    private final ConnectionsModel model;
    private final ConnectionTable rows;
    private final TableView<Line> table;
    private final Memory memory;
    private final MenuButton button;
    private final ToggleGroup choice = new ToggleGroup();
    private final MenuItem foldAll = all("group.fold.all", Feather.CHEVRONS_UP, true);
    private final MenuItem unfoldAll = all("group.unfold.all", Feather.CHEVRONS_DOWN, false);

    Grouped(MenuButton button, ConnectionsModel model, ConnectionTable rows, TableView<Line> table, Memory memory) {
        this.button = button;
        this.model = model;
        this.rows = rows;
        this.table = table;
        this.memory = memory;
        Stream.of(Grouping.values()).map(this::item).forEach(button.getItems()::add);
        button.getItems().addAll(new SeparatorMenuItem(), foldAll, unfoldAll);
        button.setTooltip(new Tooltip(Strings.of("group.tooltip")));
        Grouping before = Grouping.called(memory.text(BY).orElse(""));
        List<String> folded = memory.text(FOLDED).stream().flatMap(String::lines).toList();
        group(before);
        rows.change(() -> model.fold(folded, true));
        choice.getToggles()
                .stream()
                .filter(toggle -> toggle.getUserData() == before)
                .forEach(toggle -> toggle.setSelected(true));
        choice.selectedToggleProperty().subscribe((was, now) -> {
            group((Grouping) now.getUserData());
            memory.put(BY, model.grouping().word());
            remember();
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        RowOpening.install(table, () -> toggleChosen());
    }

    /** For the palette. */
    List<Action> actions() {
        return choice.getToggles()
                .stream()
                .map(toggle -> action((Grouping) toggle.getUserData(), toggle))
                .toList();
    }

    private static Action action(Grouping grouping, Toggle toggle) {
        return Action.of("connections.group." + grouping.word(), Group.CONNECTIONS,
                Strings.of("action.group." + grouping.word()), Feather.LAYERS, () -> toggle.setSelected(true));
    }

    /** Hides the connections of a group, or shows them again. */
    void toggle(GroupRow group) {
        fold(group, !group.folded().get());
    }

    private void toggleChosen() {
        if (table.getSelectionModel().getSelectedItem() instanceof GroupRow group) {
            toggle(group);
        }
    }

    private void fold(GroupRow group, boolean hide) {
        rows.change(() -> model.fold(List.of(group.name()), hide));
        remember();
    }

    private void group(Grouping grouping) {
        rows.change(() -> model.group(grouping));
        button.setText(Strings.of("group.button", grouping.title()));
        foldAll.setDisable(grouping == Grouping.NONE);
        unfoldAll.setDisable(grouping == Grouping.NONE);
    }

    private void remember() {
        memory.put(FOLDED, String.join("\n", model.folded()));
    }

    /** As in trees: left folds, right unfolds. */
    private void key(KeyEvent event) {
        boolean left = event.getCode() == KeyCode.LEFT;
        if ((left || event.getCode() == KeyCode.RIGHT)
                && table.getSelectionModel().getSelectedItem() instanceof GroupRow group) {
            fold(group, left);
            event.consume();
        }
    }

    private RadioMenuItem item(Grouping grouping) {
        RadioMenuItem item = new RadioMenuItem(grouping.title());
        item.setId("group-" + grouping.word());
        item.setUserData(grouping);
        item.setToggleGroup(choice);
        return item;
    }

    private MenuItem all(String key, Feather icon, boolean hide) {
        MenuItem item = new MenuItem(Strings.of(key), Icons.of(icon));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> {
            rows.change(() -> model.foldAll(hide));
            remember();
        });
        return item;
    }
}
