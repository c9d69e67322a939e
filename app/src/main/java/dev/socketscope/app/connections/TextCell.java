package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.live.LiveConnection;
import java.util.function.Function;
import javafx.scene.control.Tooltip;

/** One line of text; what does not fit is in the tooltip. */
final class TextCell extends LineCell {
    private static final int SHORT = 10;

    private final Function<LiveConnection, String> text;
    private final Function<Totals, String> sum;
    private final Tooltip tooltip = new Tooltip();

    /** @param sum what is said of a group; empty for nothing */
    TextCell(Function<LiveConnection, String> text, Function<Totals, String> sum, String... styles) {
        this.text = text;
        this.sum = sum;
        getStyleClass().addAll(styles);
    }

    @Override
    void show(LiveConnection connection) {
        say(text.apply(connection));
    }

    @Override
    void show(Totals group) {
        say(sum.apply(group));
    }

    private void say(String words) {
        setText(Shorten.line(words));
        tooltip.setText(Shorten.tooltip(words));
        setTooltip(words.length() < SHORT ? null : tooltip);
    }
}
