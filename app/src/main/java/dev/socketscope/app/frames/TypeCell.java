package dev.socketscope.app.frames;

import dev.socketscope.app.controls.LogCell;
import dev.socketscope.app.controls.LogRow;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The opcode's name, and a mark for each thing that is unusual about the frame. */
final class TypeCell extends LogCell<FrameRow> {
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final HBox marks = new HBox();
    private final Tooltip meaning = new Tooltip();

    TypeCell() {
        marks.getStyleClass().add("frame-marks");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void show(LogRow<FrameRow> row, FrameRow item) {
        Opcode opcode = item.frame().opcode();
        List<FrameWords.Mark> all = FrameWords.marks(item.frame());
        setText(FrameWords.type(item.frame()));
        pseudoClassStateChanged(QUIET, opcode != Opcode.TEXT && opcode != Opcode.RESERVED);
        pseudoClassStateChanged(WRONG, opcode == Opcode.RESERVED);
        marks.getChildren().setAll(all.stream().map(mark -> label(mark.text())).toList());
        setGraphic(all.isEmpty() ? null : marks);
        meaning.setText(all.stream().map(FrameWords.Mark::meaning).collect(Collectors.joining("\n")));
        setTooltip(all.isEmpty() ? null : meaning);
    }

    @Override
    protected void clear() {
        super.clear();
        setGraphic(null);
        setTooltip(null);
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("frame-mark", text);
        return label;
    }
}
