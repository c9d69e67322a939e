package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** What was told while a scenario was played, and is told while it is. */
final class LogView extends ListView<String> {
    private static final double LINE = 21;
    private @Nullable Playing shown;
    private long told;

    LogView() {
        setId("scenario-log");
        setAccessibleText(Strings.of("scenarios.tab.log"));
        setFixedCellSize(LINE);
        getStyleClass().add("scenario-log");
        setCellFactory(any -> new LineCell());
    }

    void show(Playing playing) {
        // Counted before they are read: a line that comes in between is one too few here, and shown by the next look.
        long count = playing.told();
        if (playing == shown && count == told) {
            return;
        }
        List<String> lines = playing.lines();
        if (playing == shown && playing.dropped() == 0) {
            getItems().addAll(lines.subList(Math.min(getItems().size(), lines.size()), lines.size()));
        } else {
            getItems().setAll(lines);
            if (playing.dropped() > 0) {
                getItems().addFirst(Strings.of("scenarios.log.dropped", Long.toString(playing.dropped())));
            }
        }
        shown = playing;
        told = count;
        scrollTo(getItems().size() - 1);
    }

    /** What could not be done stands out. */
    private static final class LineCell extends ListCell<String> {
        LineCell() {
            getStyleClass().add("data");
        }

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? "" : line);
            getStyleClass().remove("broken");
            if (line != null && line.contains("NOT DONE")) {
                getStyleClass().add("broken");
            }
        }
    }
}
