package dev.socketscope.app.controls;

import java.util.Locale;

/** A ground behind text in a {@link LineView}; the style property {@code -ss-shade-…} gives its colour. */
enum Shade {
    SELECTION, MATCH, MATCH_NOW, ROW;

    String cssName() {
        return "-ss-shade-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
