package dev.socketscope.app.composer;

import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Segments;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Opcode;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Edits the kind and the content of a message. */
final class BodyEditor extends VBox {
    private final Body body;
    private final String id;
    private final TextArea area = new TextArea();

    /**
     * @param id begins the ids of the controls
     * @param more stand at the right of the tools
     */
    BodyEditor(Body body, String id, Node... more) {
        this.body = body;
        this.id = id;
        getStyleClass().add("body-editor");
        area.setId(id + "-area");
        area.getStyleClass().add("data");
        area.setAccessibleText(Strings.of("composer.body"));
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setMinHeight(56);
        area.textProperty().bindBidirectional(body.text());
        body.hex()
                .subscribe(hex -> area.setPromptText(Strings.of(hex ? "composer.body.prompt.hex"
                        : "composer.body.prompt")));
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(tools(more), area, FormGrid.message(body.problem(), "broken"));
        getChildren().getLast().setId(id + "-problem");
    }

    TextArea area() {
        return area;
    }

    private FitLine tools(Node... more) {
        ToggleButton bytes = sized(new ToggleButton(Strings.of("composer.body.bytes")), "-bytes",
                "composer.body.bytes.tooltip");
        bytes.getStyleClass().addAll("small", "quiet-toggle");
        bytes.setOnAction(e -> {
            body.asBytes(bytes.isSelected());
            bytes.setSelected(body.hex().get());
        });
        body.hex().subscribe(bytes::setSelected);
        body.opcode().subscribe(kind -> bytes.setDisable(kind == Opcode.BINARY));
        FitLine line = new FitLine(kinds(), bytes, button("-indent", "composer.body.indent", body::indent),
                button("-compact", "composer.body.compact", body::compact), FitLine.gap(),
                new CopyButton(Strings.of("composer.body.copy"), body.text()::get));
        line.getChildren().addAll(more);
        line.getStyleClass().add("body-tools");
        return line;
    }

    private Node kinds() {
        return Segments.of(List.of(Opcode.TEXT, Opcode.BINARY), kind -> Strings.of("composer.body." + kind.wireName()),
                kind -> id + "-" + kind.wireName(), body.opcode(), body::become);
    }

    private Button button(String suffix, String key, Runnable action) {
        Button button = sized(new Button(Strings.of(key)), suffix, key + ".tooltip");
        button.getStyleClass().add("small");
        button.setOnAction(e -> action.run());
        button.disableProperty().bind(body.hex());
        return button;
    }

    private <B extends ButtonBase> B sized(B button, String suffix, String tooltip) {
        button.setId(id + suffix);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Strings.of(tooltip)));
        return button;
    }
}
