package dev.socketscope.app.overview;

/**
 * A station of the tunnel.
 *
 * @param place where it is, as far as is known; may be empty
 * @param note what it does now; may be empty
 * @param tone a style class for the note: {@code open}, {@code held}, {@code muted}
 */
record Hop(String title, String place, String note, String tone) {}
