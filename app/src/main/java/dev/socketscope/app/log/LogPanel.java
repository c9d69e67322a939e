package dev.socketscope.app.log;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Lazy;
import dev.socketscope.app.controls.LogTable;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.SearchField;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.debug.DebugLine;
import dev.socketscope.engine.debug.DebugTail;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What {@code --debug} prints, while somebody looks: it reads the engine from when the panel is first shown. JavaFX thread only. */
public final class LogPanel implements AutoCloseable {
    private static final double ROW_HEIGHT = 26;
    /** Frames from before the panel was shown. */
    private static final int FRAMES_BEFORE = 1_000;

    private final Live live;
    private final LogModel model = new LogModel();
    private final LogTable<LogLine> table = new LogTable<>(ROW_HEIGHT, LogColumnsOfLines.all(), LogPanel::text);
    private final MenuButton categories = new MenuButton(Strings.of("log.categories"));
    private final StringProperty count = new SimpleStringProperty("");
    private final Label dropped = new Label();
    private final VBox node = new VBox();
    private @Nullable DebugTail tail;

    public LogPanel(Live live, Appearance appearance) {
        this.live = live;
        build();
        appearance.rowHeight().subscribe(height -> table.setRowHeight(height.doubleValue()));
        table.show(model);
        live.runs().subscribe((before, now) -> restart());
        live.shown().subscribe(state -> refresh());
        Sight.whenShown(node, this::refresh);
    }

    private void build() {
        table.setId("log-table");
        table.setEmptyNode(new EmptyState(Feather.FILE_TEXT, Strings.of("log.none"), Strings.of("log.none.text")));
        dropped.getStyleClass().add("faint");
        dropped.setId("log-dropped");
        categories.setId("log-categories");
        ToggleSwitch follow = new ToggleSwitch(Strings.of("frames.follow"));
        follow.getStyleClass().add("follow-switch");
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.setTooltip(new Tooltip(Strings.of("log.follow")));
        follow.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        follow.setAccessibleText(Strings.of("log.follow"));
        table.focusNode().setAccessibleText(Strings.of("log.title"));
        follow.selectedProperty().bindBidirectional(table.followProperty());
        Button copy = Icons.button(Feather.COPY, Strings.of("log.copy"), () -> Clip.copy(text(model.wanted())));
        copy.setId("log-copy");
        FitLine head = new FitLine(Sections.panel("log.title"), new Badge(count), dropped, FitLine.gap(), search(),
                categories, copy, Icons.button(Feather.TRASH_2, Strings.of("log.clear"), this::clear), follow);
        head.mayGo(dropped);
        head.getStyleClass().add("panel-header");
        VBox.setVgrow(table, Priority.ALWAYS);
        node.getChildren().addAll(head, table);
        node.getStyleClass().addAll("panel", "log");
    }

    private SearchField search() {
        return new SearchField("log-search", "log.search", 18, text -> {
            model.search(text);
            arranged();
        });
    }

    /** @param panel is made when it is opened */
    public static PanelSlot slot(Lazy<LogPanel> panel) {
        return new PanelSlot("log", Strings.of("log.title"), Feather.FILE_TEXT, () -> panel.get().node);
    }

    private void refresh() {
        if (!Sight.isShown(node) || live.paused().get()) {
            return;
        }
        DebugTail reading = tail == null ? DebugTail.fromNewest(live.engine(), FRAMES_BEFORE) : tail;
        tail = reading;
        List<DebugLine> lines = reading.pull();
        if (!lines.isEmpty()) {
            if (model.add(lines)) {
                categorize();
            }
            told();
            table.refresh();
        }
    }

    /** One item for each category; those that were switched off stay so. */
    private void categorize() {
        for (String category : model.categories()) {
            if (categories.getItems().stream().noneMatch(item -> category.equals(item.getText()))) {
                CheckMenuItem item = new CheckMenuItem(category);
                item.setId("log-category-" + category);
                item.setSelected(true);
                item.selectedProperty().subscribe((before, now) -> {
                    model.show(category, now);
                    arranged();
                });
                categories.getItems().add(item);
            }
        }
    }

    private void arranged() {
        table.show(model);
        told();
    }

    private void restart() {
        close();
        tail = null;
        clear();
    }

    private void clear() {
        model.clear();
        arranged();
    }

    private void told() {
        int shown = model.wanted().size();
        count.set(model.all() == 0 ? "" : shown == model.all() ? Units.count(shown)
                : Strings.of("log.count", Units.count(shown), Units.count(model.all())));
        dropped.setText(model.dropped() == 0 ? ""
                : Strings.of("log.dropped", Units.count(model.dropped()), Units.count(LogModel.MOST)));
    }

    private static String text(List<LogLine> lines) {
        return lines.stream().map(line -> line.line().toString()).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        if (tail != null) {
            tail.close();
        }
    }
}
