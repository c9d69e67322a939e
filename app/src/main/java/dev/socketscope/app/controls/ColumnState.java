package dev.socketscope.app.controls;

/**
 * How a person left a column: a list of these, in the order of the columns, is what preferences keep.
 *
 * @param id the column's
 * @param width pixels
 * @param visible whether it is shown
 */
public record ColumnState(String id, double width, boolean visible) {}
