package dev.socketscope.app;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ColumnState;
import dev.socketscope.app.controls.Lazy;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.export.TrafficExport;
import dev.socketscope.app.frames.FramesPanel;
import dev.socketscope.app.live.Formats;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.Search;
import dev.socketscope.app.live.Selection;
import dev.socketscope.app.payload.PayloadPane;
import dev.socketscope.app.payload.PayloadTab;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import org.kordamp.ikonli.feather.Feather;

/** Puts a payload beside or under a table of frames, whichever leaves more to read, and gives the table its query, its look, and its columns as they were left. */
final class FramesMount {
    private static final String NO_CONNECTION = "none";
    /** Narrower than this, columns of a table and lines of a payload are cut when they stand side by side. */
    private static final double WIDE = 1200;
    /** Lower than this, neither shows more than a few rows when they stand one under the other. */
    private static final double LOW = 420;
    /** The same where side by side not even all columns are to be seen: then fewer rows are the lesser evil. */
    private static final double LOW_AND_NARROW = 340;
    private static final double NARROW = 960;

    private final FramesPanel frames;
    private final PayloadPane payload;
    private final SplitPane split = new SplitPane();
    private final Memory memory;
    private final String key;

    private FramesMount(Live live, Formats formats, Search search, Appearance appearance, Memory memory,
            TrafficExport export, String key) {
        this.memory = memory;
        this.key = key + ".columns";
        frames = new FramesPanel(live, formats, memory, export);
        payload = new PayloadPane(live, formats, memory);
        frames.selectedRowProperty().subscribe(payload::show);
        // Its parts need more width side by side than one under the other: it would be too wide to find out that there is no room for that.
        split.setMinSize(0, 0);
        // In the smallest window the payload's tools are cut, not the frames.
        payload.node().setMinWidth(0);
        split.widthProperty().subscribe(width -> arrange());
        split.heightProperty().subscribe(height -> arrange());
        split.getItems().addAll(frames.node(), payload.node());
        Remember.divider(memory, key + ".divider", split, 0.58);
        frames.setOnClearFilter(() -> search.replace(""));
        appearance.rowHeight().subscribe(height -> frames.setRowHeight(height.doubleValue()));
        scale(appearance.fontSize().doubleValue() / Appearance.DEFAULT_FONT_SIZE);
        memory.text(this.key).map(FramesMount::parse).ifPresent(frames::restoreColumns);
        appearance.fontSize().subscribe((before, now) -> scale(now.doubleValue() / before.doubleValue()));
    }

    /** Frames of every connection. */
    static FramesMount ofAll(Live live, Formats formats, Search search, Appearance appearance, Memory memory,
            TrafficExport export) {
        FramesMount mount = new FramesMount(live, formats, search, appearance, memory, export, "frames");
        search.expression()
                .subscribe(
                        expression -> mount.frames.queryProperty().set(new FrameQuery(Set.of(), expression)));
        return mount;
    }

    /** Frames of the chosen connection. */
    static FramesMount ofChosen(Live live, Formats formats, Search search, Selection selection,
            Appearance appearance, Memory memory, TrafficExport export) {
        FramesMount mount = new FramesMount(live, formats, search, appearance, memory, export,
                "connections.frames");
        Runnable ask = () -> {
            String id = selection.id().get();
            mount.frames.queryProperty()
                    .set(
                            new FrameQuery(Set.of(id == null ? NO_CONNECTION : id), search.expression().get()));
        };
        search.expression().subscribe(expression -> ask.run());
        selection.id().subscribe(id -> ask.run());
        return mount;
    }

    private void arrange() {
        double low = split.getWidth() < NARROW ? LOW_AND_NARROW : LOW;
        boolean beside = split.getWidth() >= WIDE || split.getHeight() < low;
        split.setOrientation(beside ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    }

    /** What other panels do with chosen frames; see the methods of the same names in {@link FramesPanel}. */
    void connect(Consumer<String> send, Consumer<List<Frame>> replay, Undoing undoing) {
        frames.setOnRuleReplaced(back -> undoing.done(split, Strings.of("undo.frames.rule"), back));
        frames.setOnSend(send);
        frames.setOnReplay(replay);
    }

    /** Chooses the frame of a connection that is nearest to a moment, as soon as that connection's frames are here. */
    void showMoment(String connection, long micros) {
        frames.selectAt(connection, micros);
    }

    /** Whether there was a frame to choose and none chosen yet. */
    boolean chooseNewest() {
        return frames.selectNewest();
    }

    /** Opens a way to look at the payload by its name; another name changes nothing. */
    void openTab(String name) {
        Stream.of(PayloadTab.values())
                .filter(tab -> tab.name().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(payload::choose);
    }

    /** Whether the newest frame is kept in sight. */
    BooleanProperty follow() {
        return frames.followProperty();
    }

    /** @param mount is made when the panel is */
    static PanelSlot panel(Lazy<FramesMount> mount) {
        return new PanelSlot("frames", Strings.of("frames.title"), Feather.LIST, () -> mount.get().split);
    }

    /**
     * @param mount is made when the tab is opened
     * @param badge beside its title
     */
    static TabSlot tab(Lazy<FramesMount> mount, ObservableValue<String> badge) {
        return new TabSlot("frames", Strings.of("frames.title"), () -> mount.get().split, badge);
    }

    /** How many frames there are. */
    ObservableValue<String> badge() {
        return frames.badgeProperty();
    }

    /** Columns grow with the text in them. */
    private void scale(double factor) {
        frames.restoreColumns(frames.columnStates()
                .stream()
                .map(column -> new ColumnState(column.id(), column.width() * factor, column.visible()))
                .toList());
    }

    /** Ends background work and writes down how the columns are now. */
    void close() {
        frames.close();
        payload.close();
        memory.put(key, frames.columnStates()
                .stream()
                .map(column -> column.id() + ":" + Math.round(column.width()) + ":" + column.visible())
                .collect(Collectors.joining(",")));
    }

    /** What cannot be understood is left out. */
    private static List<ColumnState> parse(String text) {
        return Stream.of(text.split(","))
                .map(column -> column.split(":"))
                .filter(parts -> parts.length == 3 && parts[1].matches("\\d{1,4}"))
                .map(parts -> new ColumnState(parts[0], Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2])))
                .toList();
    }
}
