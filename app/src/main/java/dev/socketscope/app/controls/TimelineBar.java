package dev.socketscope.app.controls;

/**
 * A stretch of time in a lane.
 *
 * @param key handed back when the bar is clicked
 * @param from microseconds since the epoch
 * @param to {@link Long#MAX_VALUE} for something that has not ended; equal to {@code from} for a moment
 * @param label stands in the bar; may be empty
 * @param text explains it
 */
public record TimelineBar(String key, long from, long to, Tone tone, String label, String text) {}
