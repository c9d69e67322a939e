package dev.socketscope.app.controls;

/** Columns of a line: from {@code start} to before {@code end}. */
public record Span(int start, int end) {
    public boolean isEmpty() {
        return end <= start;
    }
}
