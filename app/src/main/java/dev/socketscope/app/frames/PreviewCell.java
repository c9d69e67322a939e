package dev.socketscope.app.frames;

import dev.socketscope.app.controls.InkedText;
import dev.socketscope.app.controls.LogCell;
import dev.socketscope.app.controls.LogRow;
import dev.socketscope.engine.api.FrameRow;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/** The beginning of the payload in colours; the tooltip has more of it when the cell is too narrow. */
final class PreviewCell extends LogCell<FrameRow> {
    private final InkedText preview = new InkedText();
    private final Tooltip more = new Tooltip();

    private final Readable readable;

    PreviewCell(Readable readable) {
        this.readable = readable;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(preview);
        more.getStyleClass().add("preview-tooltip");
        more.setWrapText(true);
        more.setMaxWidth(640);
        hoverProperty().subscribe(over -> setTooltip(over && preview.isCut() ? more : null));
    }

    @Override
    protected void show(LogRow<FrameRow> row, FrameRow item) {
        preview.setVisible(true);
        var line = readable.line(item);
        preview.show(line);
        more.setText(item.preview());
        setAccessibleText(line.text());
    }

    @Override
    protected void clear() {
        preview.setVisible(false);
        setAccessibleText(null);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = snappedLeftInset();
        preview.resizeRelocate(left, 0, Math.max(0, getWidth() - left - snappedRightInset()), getHeight());
    }
}
