package dev.socketscope.app.controls;

import org.jspecify.annotations.Nullable;

/**
 * What one line of a {@link LogTable} shows now.
 *
 * @param number the row's number in its source
 * @param item the row; null when it is gone or not here yet
 * @param version grows when the same row must be drawn anew
 */
public record LogRow<R>(long number, @Nullable R item, int version) {}
