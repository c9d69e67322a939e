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

/** Header fields in three columns: name, as received, as passed on. A field that was not touched stands across both. */
final class HeaderGrid extends GridPane {
    private static final int SIDES = 2;

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
        String style = "header-" + line.change().name().toLowerCase(Locale.ROOT);
        Label mark = new Label(Strings.of("handshake.mark." + line.change().name().toLowerCase(Locale.ROOT)));
        mark.getStyleClass().addAll("header-mark", style);
        mark.setTooltip(new Tooltip(Strings.of("handshake." + line.change().name().toLowerCase(Locale.ROOT))));
        Label name = new Label(line.name());
        name.getStyleClass().addAll("data", "header-name", style);
        name.setMinWidth(0);
        addRow(row, mark, name);
        GridPane.setValignment(mark, VPos.TOP);
        GridPane.setValignment(name, VPos.TOP);
        if (line.change() == HeaderDiff.Change.SAME) {
            add(value(line.received(), secrets, style), 2, row, SIDES, 1);
        } else {
            add(value(line.received(), secrets, style), 2, row);
            add(value(line.passedOn(), secrets, style), 3, row);
        }
    }

    private static Label value(@Nullable Header header, boolean secrets, String style) {
        if (header == null) {
            Label none = new Label("—");
            none.getStyleClass().add("faint");
            return none;
        }
        Label value = new Label(secrets ? header.value() : Secrets.mask(header));
        value.setWrapText(true);
        value.getStyleClass().addAll("data", "header-value", style);
        GridPane.setValignment(value, VPos.TOP);
        return value;
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
