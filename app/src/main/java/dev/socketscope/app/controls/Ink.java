package dev.socketscope.app.controls;

import java.util.Locale;

/** What a run of characters is, and so which colour it has. */
public enum Ink {
    TEXT, MUTED, FAINT, KEY, STRING, NUMBER, LITERAL, PUNCTUATION, ERROR;

    private final String cssName = name().toLowerCase(Locale.ROOT);

    /** The style class {@code ink-…} of nodes, and the property {@code -ss-ink-…} of canvases, end so. */
    public String cssName() {
        return cssName;
    }
}
