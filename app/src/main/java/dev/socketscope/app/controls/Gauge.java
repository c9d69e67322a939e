package dev.socketscope.app.controls;

/**
 * How full something is.
 *
 * @param share 0 to 1
 * @param words stand beside the bar
 */
public record Gauge(double share, String words) {}
