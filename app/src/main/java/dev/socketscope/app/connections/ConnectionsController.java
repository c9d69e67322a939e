package dev.socketscope.app.connections;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Search;
import dev.socketscope.app.live.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.fxml.FXML;
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
    private Button delaying;
    @FXML
    private Button sending;
    @FXML
    private Button breaking;
    @FXML
    private MenuButton grouping;
    @FXML
    private MenuButton copy;
    @FXML
    private StackPane welcome;
    @FXML
    private VBox content;
    @FXML
    private TableView<Line> table;
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
    private final ConnectionDetail about;
    private final ConnectionsModel model = new ConnectionsModel();
    private final List<Action> offered = new ArrayList<>();

    ConnectionsController(Live live, Search search, Selection selection, Appearance appearance, Memory memory,
            ConnectionDetail about, ConnectionWishes wishes) {
        this.live = live;
        this.search = search;
        this.selection = selection;
        this.appearance = appearance;
        this.memory = memory;
        this.about = about;
        this.wishes = wishes;
    }

    /** For the palette; there are none before the panel is loaded. */
    List<Action> actions() {
        return List.copyOf(offered);
    }

    @FXML
    private void initialize() {
        ConnectionTable rows = new ConnectionTable(table, model, selection, memory, appearance, live.clock());
        title.getChildren().add(new Badge(model.counts().map(c -> Units.count(c.total()))));
        new PartButtons(part, model, rows);
        Supplier<List<LiveConnection>> chosen = selection.all()::get;
        ConnectionActions actions = new ConnectionActions(live::submit, search, new SaveDialog(table, memory),
                wishes.export());
        ChosenActions asking = new ChosenActions(selection, actions, wishes, cut);
        offered.addAll(new ChosenInPalette(actions, selection, wishes, asking).all());
        ConnectionMenu menu = new ConnectionMenu(chosen, actions, asking);
        Grouped groups = new Grouped(grouping, model, rows, table, memory);
        offered.addAll(groups.actions());
        table.setRowFactory(t -> new ConnectionTableRow(menu, new GroupHead(groups::toggle)));
        table.setPlaceholder(new NothingMatches(search));
        welcome.getChildren().setAll(Welcome.node(live.engine().info()));
        welcome.visibleProperty().bind(model.counts().map(counts -> counts.total() == 0));
        content.visibleProperty().bind(welcome.visibleProperty().not());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, asking, actions));
        copy.getItems().setAll(new CopyMenu(actions, chosen).items());
        copy.disableProperty().bind(selection.connection().isNull());
        act(asking);
        selection.all().subscribe(this::enable);
        detail.getChildren().setAll(about.node());
        Remember.divider(memory, "connections.divider", split, 0.37);
        // Which connection is chosen first is found out here, also for panels that are in sight while this one is not.
        live.shown().subscribe(state -> {
            if (Sight.isShown(content.getParent()) || selection.id().get() == null) {
                rows.update(state);
            }
        });
        Sight.whenShown(content.getParent(), () -> rows.update(live.shown().get()));
        live.tellsSeconds(content.getParent(), () -> false);
        search.connections().subscribe(filter -> rows.change(() -> model.filter(filter)));
    }

    private void act(ChosenActions asking) {
        cut.setOnAction(e -> asking.cut());
        delaying.setOnAction(e -> asking.latency());
        sending.setOnAction(e -> asking.send());
        breaking.setOnAction(e -> asking.breakIt());
    }

    private void enable(List<LiveConnection> chosen) {
        boolean live = !ConnectionActions.live(chosen).isEmpty();
        cut.setDisable(!live);
        delaying.setDisable(!live);
        sending.setDisable(!live || chosen.size() > 1);
        breaking.setDisable(sending.isDisable());
    }

    private void key(KeyEvent event, ChosenActions asking, ConnectionActions actions) {
        if (event.getCode() == KeyCode.DELETE) {
            if (event.isShiftDown()) {
                asking.disconnect();
            } else {
                asking.cut();
            }
            event.consume();
        } else if (Keys.shortcut(KeyCode.C).match(event)) {
            actions.copy(selection.all().get(), connection -> new CopyAs(connection, false).url());
            event.consume();
        }
    }
}
