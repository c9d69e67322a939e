package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.story.ConnectionStory;
import dev.socketscope.engine.story.Firings;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen connection: a line that tells its story, and the tabs that other slices offer. */
final class ConnectionDetail {
    private static final String OPEN_TAB = "connections.tab";
    private static final double LEAST_NAME = 130;
    /** A longer path gives way to what happened. */
    private static final double MOST_NAME = 320;

    private final Live live;
    private final Selection selection;
    private final Chip chip = new Chip();
    private final Label name = new Label();
    private final StoryLabel story = new StoryLabel();
    private final AwayBar away;
    private final HBox line = new HBox(chip, name, story);
    private final TabPane tabs = new TabPane();
    private final VBox node;

    ConnectionDetail(Live live, Selection selection, Memory memory, List<TabSlot> slots, Node beside) {
        this.live = live;
        this.selection = selection;
        away = new AwayBar(live);
        line.getChildren().add(away);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(LEAST_NAME);
        name.setMaxWidth(MOST_NAME);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip());
        name.getTooltip().setWrapText(true);
        name.getTooltip().setMaxWidth(2 * MOST_NAME);
        name.getTooltip().textProperty().bind(name.textProperty());
        name.getStyleClass().add("data");
        story.setId("story");
        HBox.setHgrow(story, Priority.ALWAYS);
        line.getStyleClass().add("story-line");
        line.setAlignment(Pos.CENTER_LEFT);
        // What stands below asks for more than there is, and would leave it one line of its text.
        line.setMinHeight(Region.USE_PREF_SIZE);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("detail-tabs");
        Aside aside = new Aside(tabs, beside, memory);
        line.getChildren().add(aside.toggle());
        VBox.setVgrow(aside.node(), Priority.ALWAYS);
        node = new VBox(line, aside.node());
        slots.forEach(slot -> tabs.getTabs().add(tab(slot)));
        memory.text(OPEN_TAB).ifPresent(this::open);
        aside.tab(tabs.getSelectionModel().getSelectedItem().getId());
        tabs.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            memory.put(OPEN_TAB, now.getId());
            aside.tab(now.getId());
        });
        selection.all().subscribe(chosen -> show());
        live.shown().subscribe(state -> show());
        live.clock().subscribe(this::tell);
        Sight.whenShown(node, this::show);
    }

    Node node() {
        return node;
    }

    void open(String id) {
        tabs.getTabs()
                .stream()
                .filter(tab -> tab.getId().equals(id))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private void show() {
        if (!Sight.isShown(node)) {
            return;
        }
        List<LiveConnection> chosen = selection.all().get();
        LiveConnection lead = chosen.size() == 1 ? chosen.getFirst() : null;
        chip.setVisible(lead != null);
        chip.setManaged(lead != null);
        away.show(lead == null ? null : lead.connection());
        if (lead != null) {
            show(lead.connection());
        } else if (chosen.isEmpty()) {
            name.setText("");
            story.show(List.of(Strings.of("story.none")));
        } else {
            name.setText(Strings.of("story.chosen", Units.count(chosen.size())));
            story.show(List.of(ConnectionTexts.sum(Totals.of(chosen), selection.id().get())));
        }
    }

    private void show(Connection connection) {
        Phase phase = Phase.of(connection);
        chip.show(phase.text(), phase.tone());
        name.setText(Shorten.line(connection.path()) + "  " + connection.id());
        tell(connection);
    }

    private void tell(Instant now) {
        List<LiveConnection> chosen = selection.all().get();
        // A new picture sets the clock as well, and is shown whole.
        if (!now.equals(live.latest().get().at()) && chosen.size() == 1 && Sight.isShown(node)) {
            tell(chosen.getFirst().connection());
        }
    }

    private void tell(Connection connection) {
        story.show(ConnectionStory.of(connection, live.clock().get(),
                Firings.of(connection.id(), live.shown().get().events().events())));
    }

    private static Tab tab(TabSlot slot) {
        Label title = new Label(slot.title());
        HBox header = new HBox(title, new Badge(slot.badge()));
        header.getStyleClass().add("tab-title");
        header.setAlignment(Pos.CENTER_LEFT);
        Tab tab = new Tab();
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(slot.content().get());
            }
        });
        tab.setId(slot.id());
        tab.setGraphic(header);
        return tab;
    }
}
