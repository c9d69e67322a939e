package dev.socketscope.app.log;

import dev.socketscope.app.controls.LogCell;
import dev.socketscope.app.controls.LogRow;
import dev.socketscope.app.controls.ToneClass;
import java.util.function.Function;

/** A part of a line as text, in the colour of what the line is about. */
final class TextCell extends LogCell<LogLine> {
    private final Function<LogLine, String> text;
    private final Function<LogLine, String> tone;
    private final ToneClass shown = new ToneClass(this);

    /** @param tone a style class */
    TextCell(Function<LogLine, String> text, Function<LogLine, String> tone) {
        this.text = text;
        this.tone = tone;
        getStyleClass().add("data");
    }

    @Override
    protected void show(LogRow<LogLine> row, LogLine item) {
        setText(text.apply(item));
        shown.show(tone.apply(item));
    }
}
