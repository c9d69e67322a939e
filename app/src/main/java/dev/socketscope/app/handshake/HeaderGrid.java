package dev.socketscope.app.handshake;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.handshake.HeaderDiff.Line;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Secrets;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Header fields in three columns: name, as received, as passed on. What became of a field is said, never left empty. */
final class HeaderGrid extends GridPane {
    HeaderGrid() {
        getStyleClass().add("header-grid");
        ColumnConstraints marks = new ColumnConstraints(18);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(196);
        names.setPrefWidth(210);
        getColumnConstraints().setAll(marks, names, half(), half());
    }

    /** @param from who sent them; @param to whom the engine passed them on to */
    void show(List<Line> lines, String from, String to, boolean secrets) {
        getChildren().clear();
        add(caption(from), 2, 0);
        add(caption(to), 3, 0);
        for (int i = 0; i < lines.size(); i++) {
            row(i + 1, lines.get(i), secrets);
        }
    }

    private void row(int row, Line line, boolean secrets) {
        String style = "header-" + style(line);
        Label mark = new Label(Strings.of("handshake.mark." + style(line)));
        mark.getStyleClass().addAll("header-mark", style);
        mark.setTooltip(new Tooltip(Strings.of("handshake." + style(line))));
        Label name = new Label(line.name());
        name.getStyleClass().addAll("data", "header-name", style);
        name.setMinWidth(0);
        addRow(row, mark, name);
        GridPane.setValignment(mark, VPos.TOP);
        GridPane.setValignment(name, VPos.TOP);
        boolean same = line.change() == HeaderDiff.Change.SAME;
        add(value(line.received(), line, secrets), 2, row);
        add(value(same ? null : line.passedOn(), line, secrets), 3, row);
    }

    /** @param header null to say in a word what became of the field */
    private static Label value(@Nullable Header header, Line line, boolean secrets) {
        if (header == null) {
            Label word = new Label(Strings.of("handshake.value." + style(line)));
            word.getStyleClass().addAll("faint", "header-word");
            GridPane.setValignment(word, VPos.TOP);
            return word;
        }
        Label value = new Label(secrets ? header.value() : Secrets.mask(header));
        value.setWrapText(true);
        value.getStyleClass().addAll("data", "header-value", "header-" + style(line));
        GridPane.setValignment(value, VPos.TOP);
        return value;
    }

    private static String style(Line line) {
        return line.change().name().toLowerCase(Locale.ROOT);
    }

    private static Label caption(String text) {
        Label caption = new Label(text);
        caption.getStyleClass().addAll("faint", "header-caption");
        return caption;
    }

    private static ColumnConstraints half() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setMinWidth(90);
        column.setPrefWidth(260);
        return column;
    }
}
