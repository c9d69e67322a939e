package dev.socketscope.app.controls;

/**
 * A stretch of time that a chart shades.
 *
 * @param from microseconds since the epoch
 * @param to {@link Long#MAX_VALUE} while it has no end
 * @param label stands above it
 * @param text explains it at the pointer
 */
public record ChartWindow(long from, long to, String label, String text) {
    boolean has(long micros) {
        return micros >= from && micros < to;
    }
}
