package dev.socketscope.app.frames;

import dev.socketscope.app.controls.ColumnState;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.LogRow;
import dev.socketscope.app.controls.LogTable;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.export.ExportItems;
import dev.socketscope.app.export.TrafficExport;
import dev.socketscope.app.live.Formats;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The captured frames of a query as a table that follows the newest, and the tools above it. JavaFX thread only; views are
 * opened and filters are looked at elsewhere.
 */
public final class FramesPanel {
    private static final double ROW_HEIGHT = 30;

    private final Live live;
    private final TrafficExport export;
    private final ObjectProperty<FrameQuery> query = new SimpleObjectProperty<>(this, "query", FrameQuery.ALL);
    private final ReadOnlyObjectWrapper<@Nullable FilterMistake> mistake = new ReadOnlyObjectWrapper<>(this, "mistake");
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
    private final LogTable<FrameRow> table;
    private final FramesTools tools;
    private final FramesEmpty empty;
    private final FrameSteps steps;
    private final RuleLine rule;
    private final DroppedLine dropped = new DroppedLine();
    private final VBox root = new VBox();
    private final ViewOpener opener;
    private final FrameTimes times;
    private final FrameView capture;
    private final LookAgain again;
    private FrameQuery shownQuery = FrameQuery.ALL;
    private Backlog backlog = new Backlog();
    private @Nullable FrameRows rows;
    private Consumer<Runnable> ruleReplaced = back -> {};
    private Consumer<String> send = connection -> {};
    private Consumer<List<Frame>> replay = frames -> {};
    private Runnable clearFilter = () -> query.set(new FrameQuery(query.get().connections(), ""));

    /** @param export saves the frames that are shown */
    public FramesPanel(Live live, Formats formats, Memory memory, TrafficExport export) {
        this.live = live;
        this.export = export;
        var names = new ConnectionNames(live.engine()::connection);
        capture = everything(live);
        times = new FrameTimes(ZoneId.systemDefault(), names);
        table = new LogTable<>(ROW_HEIGHT, FrameColumns.all(names, new Readable(formats), this::time),
                FrameJson::lines);
        tools = new FramesTools(memory, exports(), new ToolActions());
        steps = new FrameSteps(live, table);
        rule = new RuleLine(live, tools.hide().rule(), back -> ruleReplaced.accept(back));
        empty = new FramesEmpty(() -> clearFilter.run());
        again = new LookAgain(live, root, this::tick);
        opener = new ViewOpener(live, this::opened,
                this::refused);
        build();
        tools.follow().bindBidirectional(table.followProperty());
        tools.timeMode().subscribe(mode -> table.redraw());
        tools.hide().hidden().subscribe(hidden -> reopen());
        formats.changes().subscribe((before, now) -> table.redraw());
        query.addListener((any, old, now) -> reopen());
        table.selectedRowProperty().addListener((any, old, now) -> showDropped());
        table.selectedCountProperty().addListener((any, old, now) -> count());
        live.paused().subscribe(this::pause);
        live.latest().subscribe(state -> tick());
        table.setOnMissing(this::lookAgain);
        Sight.whenShown(root, this::tick);
        // Pings and pongs are no news, but here they may be rows.
        live.tellsSeconds(root, () -> rows != null && rows.end() > table.drawnEnd());
    }

    public Parent node() {
        return root;
    }

    /** What is shown; set it as often as it changes, also while somebody types. */
    public ObjectProperty<FrameQuery> queryProperty() {
        return query;
    }

    /** What is wrong with the query's filter; the frames of the query before stay in sight meanwhile. */
    public ReadOnlyObjectProperty<@Nullable FilterMistake> mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /** Number of the chosen frame, -1 when none is; it stays chosen when the capture drops it. */
    public ReadOnlyLongProperty selectedSeqProperty() {
        return table.selectedKeyProperty();
    }

    /** The chosen frame, also when the capture has dropped it. */
    public ReadOnlyObjectProperty<@Nullable FrameRow> selectedRowProperty() {
        return table.selectedRowProperty();
    }

    /** Whether the chosen frame is no longer in the capture. */
    public ReadOnlyBooleanProperty selectionDroppedProperty() {
        return dropped.droppedProperty();
    }

    public BooleanProperty followProperty() {
        return table.followProperty();
    }

    public ObjectProperty<TimeMode> timeModeProperty() {
        return tools.timeMode();
    }

    /** Whether ping, pong and close are shown. */
    public BooleanProperty controlFramesProperty() {
        return tools.controlFrames();
    }

    /** Whether frames that fit the rule for heartbeats are left out. */
    public BooleanProperty heartbeatsHiddenProperty() {
        return tools.hide().heartbeats();
    }

    /** Whether a message has one row, however many fragments it has. */
    public BooleanProperty oneRowAMessageProperty() {
        return tools.hide().messages();
    }

    /** How many frames there are, for a tab. */
    public ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /** What the button in an empty table does; at first it empties the query's filter. */
    public void setOnClearFilter(Runnable action) {
        clearFilter = action;
    }

    /** @param action gets what brings back the rule for heartbeats that another one has taken the place of */
    public void setOnRuleReplaced(Consumer<Runnable> action) {
        ruleReplaced = action;
    }

    /** @param action gets the connection of the chosen frame, into which a person wants to send something */
    public void setOnSend(Consumer<String> action) {
        send = action;
    }

    /** @param action gets the chosen frames that carry messages, which a person wants to send once more */
    public void setOnReplay(Consumer<List<Frame>> action) {
        replay = action;
    }

    /** @param pixels for every row */
    public void setRowHeight(double pixels) {
        table.setRowHeight(pixels);
    }

    public List<ColumnState> columnStates() {
        return table.columnStates();
    }

    public void restoreColumns(List<ColumnState> states) {
        table.restoreColumns(states);
    }

    /** Ends the views that it reads from. */
    public void close() {
        capture.close();
        steps.close();
        if (rows != null) {
            rows.view().close();
        }
    }

    /** Chooses the first shown frame with this number or a greater one and brings it into sight. */
    public void select(long seq) {
        steps.select(seq);
    }

    /**
     * Chooses the frame that is nearest to a moment and brings it into sight, as soon as that connection's frames are the ones that are
     * shown.
     *
     * @param micros since the epoch
     */
    public void selectAt(String connection, long micros) {
        steps.seek(connection, micros);
        tick();
    }

    /**
     * Chooses the newest text frame of some length among the last few, so that there is something to see.
     *
     * @return false when one was chosen already or there is none
     */
    public boolean selectNewest() {
        return steps.selectNewest();
    }

    private void build() {
        table.setEmptyNode(empty);
        table.focusNode().setAccessibleText(Strings.of("frames.table"));
        table.focusNode().setContextMenu(menu());
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getStyleClass().add("frames-panel");
        root.getChildren().addAll(tools, rule, steps.bar(), dropped, table);
        root.addEventHandler(KeyEvent.KEY_PRESSED, steps::pressed);
    }

    private ContextMenu menu() {
        var exporting = new Menu(Strings.of("frames.menu.export"), Icons.of(Feather.DOWNLOAD));
        exporting.getItems().setAll(exports());
        return new FrameMenu(table, connection -> send.accept(connection), frames -> replay.accept(frames), exporting);
    }

    private List<MenuItem> exports() {
        return ExportItems.of(export, () -> shownQuery);
    }

    /** Every frame: its first row is the oldest frame that the capture still holds. */
    private static FrameView everything(Live live) {
        try {
            return live.engine().frames(FrameQuery.ALL);
        } catch (FilterException e) {
            throw new IllegalStateException("An empty filter cannot be wrong", e);
        }
    }

    private String time(LogRow<FrameRow> row, Frame frame) {
        return times.text(tools.timeMode().get(), row, frame, table.source());
    }

    private boolean ended() {
        return live.latest()
                .get()
                .connections()
                .stream()
                .map(LiveConnection::connection)
                .filter(connection -> query.get().connections().contains(connection.id()))
                .noneMatch(Connection::live);
    }

    private void reopen() {
        opener.open(tools.hide().hidden().get().apply(query.get()));
    }

    private void opened(FrameQuery opened, FrameView view) {
        FrameRows before = rows;
        FrameRows now = new FrameRows(view);
        now.freeze(live.paused().get());
        rows = now;
        backlog = new Backlog();
        if (shownQuery.connections().size() != 1 ^ opened.connections().size() != 1) {
            table.setColumnVisible(FrameColumns.CONNECTION, opened.connections().size() != 1);
        }
        shownQuery = opened;
        steps.among(opened);
        table.show(now);
        if (before != null) {
            before.view().close();
        }
        mistake.set(null);
        tick();
    }

    private void refused(FrameQuery wrong, FilterException e) {
        int position = tools.hide().hidden().get().position(query.get(), e.position());
        mistake.set(new FilterMistake(query.get(), String.valueOf(e.getMessage()), position));
    }

    private void pause(boolean paused) {
        FrameRows shown = rows;
        if (shown != null) {
            shown.freeze(paused);
            tick();
        }
    }

    private void tick() {
        table.refresh();
        if (rows != null) {
            steps.tick(rows);
        }
        count();
        showDropped();
    }

    private void lookAgain() {
        if (rows != null) {
            again.later(new LookAgain.Progress(rows.view().pending(), rows.end(), table.topNumber()));
        }
    }

    private void count() {
        FrameRows shown = rows;
        if (shown == null) {
            return;
        }
        long pending = shown.view().pending();
        long behind = backlog.behind(capture.endRow(), pending, System.nanoTime());
        FrameCount now = FrameCount.of(shown, behind, live.latest().get().counters(),
                table.selectedCountProperty().get(), shownQuery.equals(FrameQuery.ALL));
        tools.show(now);
        badge.set(Units.count(now.shown()));
        if (now.shown() == 0) {
            empty.explain(query.get(), now.scanned() < 100, !tools.hide().hidden().get().equals(HiddenFrames.NONE),
                    ended());
        }
        if (pending > 0) {
            lookAgain();
        }
    }

    private void showDropped() {
        dropped.show(table.selectedRowProperty().get(), capture.firstRow());
    }

    private final class ToolActions implements FramesTools.Actions {
        @Override
        public void jump(long seq) {
            select(seq);
        }

        @Override
        public void step(boolean forward) {
            steps.step(forward);
        }

        @Override
        public void find() {
            steps.bar().open();
        }

        @Override
        public void editRule() {
            rule.open();
        }

        @Override
        public void clear() {
            live.deliver(live.engine().submit(new Command.ClearCapture()), (reply, failure) -> reopen());
        }
    }
}
