package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Search;
import dev.socketscope.app.live.Selection;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The panel: a header with what can be done, the table, and below it the tabs about the chosen connection. */
public final class ConnectionsController {
    @FXML
    private HBox title;
    @FXML
    private SegmentedButton part;
    @FXML
    private Button cut;
    @FXML
    private Button breaking;
    @FXML
    private MenuButton copy;
    @FXML
    private StackPane welcome;
    @FXML
    private VBox content;
    @FXML
    private TableView<ConnectionRow> table;
    @FXML
    private SplitPane split;
    @FXML
    private VBox detail;

    private final Live live;
    private final Search search;
    private final Selection selection;
    private final Appearance appearance;
    private final Memory memory;
    private final ConnectionWishes wishes;
    private final ConnectionActions actions;
    private final ConnectionDetail about;
    private final ConnectionsModel model = new ConnectionsModel();

    ConnectionsController(Live live, Search search, Selection selection, Appearance appearance, Memory memory,
            ConnectionDetail about, ConnectionWishes wishes) {
        this.live = live;
        this.search = search;
        this.selection = selection;
        this.appearance = appearance;
        this.memory = memory;
        this.about = about;
        this.wishes = wishes;
        this.actions = new ConnectionActions(live, search);
    }

    @FXML
    private void initialize() {
        ConnectionTable rows = new ConnectionTable(table, model, selection, memory, appearance);
        title.getChildren().add(new Badge(model.counts().map(c -> Units.count(c.total()))));
        new PartButtons(part, model, rows);
        table.setRowFactory(t -> new ConnectionTableRow(
                new ConnectionMenu(actions, selection, () -> cut(table), wishes)));
        table.setPlaceholder(new NothingMatches(search));
        welcome.getChildren().setAll(Welcome.node(live.engine().info()));
        welcome.visibleProperty().bind(model.counts().map(counts -> counts.total() == 0));
        content.visibleProperty().bind(welcome.visibleProperty().not());
        table.setOnKeyPressed(this::key);
        copy.getItems().setAll(new CopyMenu(actions, selection.connection()::get).items());
        copy.disableProperty().bind(selection.connection().isNull());
        selection.connection().subscribe(c -> cut.setDisable(c == null || !c.connection().live()));
        breaking.disableProperty().bind(cut.disableProperty());
        detail.getChildren().setAll(about.node());
        Remember.divider(memory, "connections.divider", split, 0.37);
        live.shown().subscribe(rows::update);
        search.connections().subscribe(filter -> rows.change(() -> model.filter(filter)));
    }

    private void key(KeyEvent event) {
        LiveConnection connection = selection.connection().get();
        if (event.getCode() == KeyCode.DELETE && !cut.isDisabled()) {
            cut(cut);
            event.consume();
        } else if (Keys.shortcut(KeyCode.C).match(event) && connection != null) {
            actions.copyUrl(connection, false);
            event.consume();
        }
    }

    @FXML
    private void cutChosen() {
        cut(cut);
    }

    @FXML
    private void breakChosen() {
        LiveConnection connection = selection.connection().get();
        if (connection != null) {
            wishes.breakIt().accept(connection.id());
        }
    }

    private void cut(Node anchor) {
        LiveConnection connection = selection.connection().get();
        if (connection != null) {
            CutPopover.show(actions, connection, anchor);
        }
    }
}
