package dev.socketscope.app.overview;

/**
 * What is between two stations.
 *
 * @param above a round trip, or what is armed there; may be empty
 * @param below may be empty
 * @param tone a style class: {@code open}, {@code held}, {@code broken}, {@code quiet}
 */
record Link(String above, String below, String tone) {
    static final Link UNKNOWN = new Link("", "", "quiet");
}
