package dev.socketscope.app.shell;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Actions;
import dev.socketscope.app.actions.PlaceKey;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All keys of the window: in columns those that work everywhere, by what they are about, and those of single places. */
final class KeysCard extends VBox {
    private static final int COLUMNS = 3;
    private static final double COLUMN_WIDTH = 300;
    private static final int HEADING = 2;

    private final ScrollPane scroll = new ScrollPane();

    /** One block of it. */
    private record Block(String title, List<Line> lines) {
        int height() {
            return lines.size() + HEADING;
        }
    }

    private record Line(String title, String keys) {}

    KeysCard(Actions actions, Runnable close) {
        getStyleClass().addAll("palette", "keys-card");
        Button leave = Icons.button(Feather.X, Strings.of("keys.close"), close);
        HBox head = new HBox(Sections.panel("keys.title"), FitLine.gap(), leave);
        head.setAlignment(Pos.CENTER_LEFT);
        scroll.setId("keys-card");
        scroll.setContent(columns(blocks(actions)));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(Strings.of("keys.title"));
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /** Gets the focus, so that the arrow keys scroll. */
    Node focus() {
        return scroll;
    }

    private static List<Block> blocks(Actions actions) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        for (Action action : actions.withKeys()) {
            add(lines, action.group().title(), new Line(action.title(), action.keys()));
        }
        for (PlaceKey key : actions.places()) {
            add(lines, key.place(), new Line(key.title(), key.shortcut().text()));
        }
        return lines.entrySet().stream().map(entry -> new Block(entry.getKey(), entry.getValue())).toList();
    }

    private static void add(Map<String, List<Line>> lines, String block, Line line) {
        lines.computeIfAbsent(block, any -> new ArrayList<>()).add(line);
    }

    /** In their order, each block in the column that is the shortest so far. */
    private static HBox columns(List<Block> blocks) {
        HBox all = new HBox();
        all.getStyleClass().add("keys-columns");
        int[] heights = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            VBox column = new VBox();
            column.getStyleClass().add("keys-column");
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(COLUMN_WIDTH);
            all.getChildren().add(column);
        }
        for (Block block : blocks) {
            int shortest = 0;
            for (int i = 1; i < COLUMNS; i++) {
                shortest = heights[i] < heights[shortest] ? i : shortest;
            }
            heights[shortest] += block.height();
            ((VBox) all.getChildren().get(shortest)).getChildren().add(node(block));
        }
        return all;
    }

    private static Node node(Block block) {
        Label title = new Label(block.title());
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, keys);
        for (Line line : block.lines()) {
            Label name = new Label(line.title());
            name.setWrapText(true);
            Label key = new Label(line.keys());
            key.getStyleClass().add("key-hint");
            key.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), name, key);
        }
        return new VBox(title, grid);
    }
}
