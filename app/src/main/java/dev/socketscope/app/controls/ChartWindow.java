package dev.socketscope.app.controls;

/**
 * A stretch of time that a chart shades.
 *
 * @param from microseconds since the epoch
 * @param to {@link Long#MAX_VALUE} while it has no end
 */
public record ChartWindow(long from, long to, String label) {}
