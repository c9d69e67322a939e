package dev.socketscope.app.composer;

import dev.socketscope.app.composer.Transcript.Entry;
import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.LogCell;
import dev.socketscope.app.controls.LogColumn;
import dev.socketscope.app.controls.LogRow;
import dev.socketscope.app.controls.LogTable;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.SearchField;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ToneClass;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What went over a WebSocket of our own, and the chosen piece of it in full. */
final class TranscriptCard extends VBox {
    private final Conversation conversation;
    private final Function<String, @Nullable Path> whereTo;
    private final LogTable<Entry> table;
    private final TranscriptSight sight;
    private final Label matches = new Label();
    private final TextArea whole = new TextArea();
    private final Label dropped = new Label();

    /** A text whose colour says what kind of entry it stands in. */
    private static final class Words extends LogCell<Entry> {
        private final Function<Entry, String> words;
        private final ToneClass tone = new ToneClass(this);

        Words(Function<Entry, String> words) {
            this.words = words;
        }

        @Override
        protected void show(LogRow<Entry> row, Entry entry) {
            setText(words.apply(entry));
            tone.show("talk-" + Names.of(entry.kind()));
        }
    }

    /** @param whereTo asks for a file to save in; null to save nothing */
    TranscriptCard(Conversation conversation, double rowHeight, Function<String, @Nullable Path> whereTo) {
        this.conversation = conversation;
        this.whereTo = whereTo;
        sight = new TranscriptSight(conversation.transcript());
        getStyleClass().addAll("card", "table-card");
        table = new LogTable<>(rowHeight, List.of(column("time", 128, TranscriptText::time),
                column("arrow", 30, TranscriptText::arrow), column("type", 70, TranscriptText::type),
                column("size", 76, TranscriptText::size), column("content", 300, TranscriptText::preview)),
                entries -> TranscriptText.lines(entries, conversation.secrets()));
        table.focusNode().setId("talk-table");
        table.focusNode().setAccessibleText(Strings.of("composer.talk"));
        table.setEmptyNode(new EmptyState(Feather.MESSAGE_SQUARE, Strings.of("composer.talk.none"),
                Strings.of("composer.talk.none.text")));
        table.show(sight);
        VBox.setVgrow(table, Priority.ALWAYS);
        whole.setId("talk-whole");
        whole.getStyleClass().add("data");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(6);
        whole.setAccessibleText(Strings.of("composer.talk.whole"));
        table.selectedRowProperty().subscribe(this::choose);
        getChildren().addAll(head(), table, whole);
    }

    /** There is something new. */
    void refresh() {
        long gone = conversation.transcript().dropped();
        dropped.setText(gone == 0 ? "" : Strings.of("composer.talk.dropped", Units.count(gone)));
        sight.refresh();
        long all = conversation.transcript().end() - conversation.transcript().first();
        matches.setText(sight.isNarrowed() ? Strings.of("composer.talk.matches", Units.count(sight.size()),
                Units.count(all)) : "");
        table.refresh();
    }

    private void choose(@Nullable Entry entry) {
        whole.setVisible(entry != null);
        whole.setManaged(entry != null);
        whole.setText(entry == null ? "" : TranscriptText.whole(entry));
    }

    private FitLine head() {
        dropped.getStyleClass().add("muted");
        matches.setId("talk-matches");
        matches.getStyleClass().addAll("muted", "figures");
        ToggleButton heartbeats = new ToggleButton(Strings.of("composer.talk.heartbeats"));
        heartbeats.setId("talk-heartbeats");
        heartbeats.getStyleClass().addAll("small", "quiet-toggle");
        heartbeats.setTooltip(new Tooltip(Strings.of("composer.talk.heartbeats.tooltip")));
        heartbeats.setSelected(true);
        heartbeats.selectedProperty().subscribe((before, now) -> narrow(() -> sight.heartbeats(now)));
        SearchField search = new SearchField("talk-search", "composer.talk.search", 12,
                words -> narrow(() -> sight.words(words)));
        FitLine head = new FitLine(Sections.title("composer.talk"), dropped, FitLine.gap(), matches, search, heartbeats,
                new CopyButton(Strings.of("composer.talk.copy"), conversation::text),
                button("save", Feather.DOWNLOAD, this::save), button("clear", Feather.TRASH_2, this::clear));
        head.mayGo(dropped);
        head.mayShrink(search, 90);
        head.mayGo(matches);
        head.getStyleClass().add("section-head");
        return head;
    }

    private void narrow(Runnable change) {
        change.run();
        table.clearSelection();
        table.show(sight);
        refresh();
    }

    private void clear() {
        conversation.transcript().clear();
        table.clearSelection();
        refresh();
    }

    private void save() {
        Path file = whereTo.apply("transcript.txt");
        if (file != null) {
            try {
                Files.writeString(file, conversation.text());
                Notice.show(this, Strings.of("composer.talk.saved"), file.toString());
            } catch (IOException e) {
                Notice.show(this, Strings.of("composer.talk.unsaved"), e.toString());
            }
        }
    }

    private static Button button(String id, Ikon icon, Runnable action) {
        Button button = Icons.button(icon, Strings.of("composer.talk." + id), action);
        button.setId("talk-" + id);
        return button;
    }

    private static LogColumn<Entry> column(String id, double width, Function<Entry, String> words) {
        String title = Strings.of("composer.talk." + id);
        return new LogColumn<>("talk-" + id, id.equals("arrow") ? "" : title, title, width, Math.min(width, 60),
                () -> new Words(words));
    }
}
