package dev.socketscope.app.controls;

import org.jspecify.annotations.Nullable;

/**
 * A line as it stands on the canvas.
 *
 * @param edges left edges of the characters and the right one of the last, in pixels from the line's beginning; null when all
 *        characters have the font's width
 */
record DrawnLine(long row, InkLine line, double cell, double @Nullable [] edges) {
    static DrawnLine of(long row, InkLine line, LineFont font) {
        return new DrawnLine(row, line, font.cell(), LineFont.isPlain(line.text()) ? null : font.edges(line.text()));
    }

    int length() {
        return line.text().length();
    }

    double width() {
        return x(length());
    }

    /** Left edge of a column; columns after the last character go on with the font's width. */
    double x(int column) {
        int inside = Math.min(column, length());
        double edge = edges == null ? inside * cell : edges[inside];
        return edge + (column - inside) * cell;
    }

    /** The gap between characters that is nearest to {@code x}. */
    int column(double x) {
        if (edges == null) {
            return (int) Math.clamp(Math.round(x / cell), 0, length());
        }
        int column = 0;
        while (column < length() && (edges[column] + edges[column + 1]) / 2 < x) {
            column++;
        }
        return column;
    }
}
