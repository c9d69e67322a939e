package dev.socketscope.app.controls;

/** What a bar of a {@link TimelineChart} means; the style sheets give each a colour, {@code -ss-tone-good} and so on. */
public enum Tone {
    GOOD, BROKEN, TRYING, WAITING, HELD, PLANNED, OVER
}
