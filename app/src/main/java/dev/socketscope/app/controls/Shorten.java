package dev.socketscope.app.controls;

/**
 * Texts of others, which may be as long as they like, cut to more than a line can show. A label measures its text again and again to
 * fit it into its room, so that thousands of characters would hold up the window.
 */
public final class Shorten {
    private static final int LINE = 240;
    private static final int TOOLTIP = 1_000;
    private static final String GONE = "…";

    private Shorten() {}

    /** For one line, however wide. */
    public static String line(String text) {
        return to(text, LINE);
    }

    /** For a tooltip. */
    public static String tooltip(String text) {
        return to(text, TOOLTIP);
    }

    /** The beginning, at most so many characters with what says that more was there. */
    public static String to(String text, int most) {
        return text.length() <= most ? text : text.substring(0, whole(text, most - 1)) + GONE;
    }

    /** Does not end between the two halves of a character. */
    private static int whole(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
