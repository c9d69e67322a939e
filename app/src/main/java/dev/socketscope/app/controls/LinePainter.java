package dev.socketscope.app.controls;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;

/** Draws the visible lines of a {@link LineView}. */
final class LinePainter {
    private static final double PAD = 12;
    private final LinePaints paints;
    private final LineFont font;

    LinePainter(LinePaints paints, LineFont font) {
        this.paints = paints;
        this.font = font;
    }

    /**
     * What is drawn beside the text.
     *
     * @param gutter pixels left of the text
     * @param scrollX pixels that the text is scrolled to the left
     * @param from where the selection begins
     * @param to where it ends; equal to {@code from} when there is none
     */
    record Scene(Lines lines, double width, double height, double rowHeight, double gutter, double scrollX, long from,
            long to, long currentRow, LineMarks marks) {}

    /** @param firstY where the first line's top stands, 0 or less */
    void paint(GraphicsContext gc, Scene scene, List<DrawnLine> drawn, double firstY) {
        gc.clearRect(0, 0, scene.width(), scene.height());
        gc.setFont(font.font());
        gc.setTextBaseline(VPos.BASELINE);
        double y = firstY;
        for (DrawnLine line : drawn) {
            ground(gc, scene, line, y);
            y += scene.rowHeight();
        }
        gc.save();
        gc.beginPath();
        gc.rect(scene.gutter(), 0, scene.width(), scene.height());
        gc.clip();
        y = firstY;
        for (DrawnLine line : drawn) {
            text(gc, scene, line, y + baseline(scene));
            y += scene.rowHeight();
        }
        gc.restore();
        y = firstY;
        for (DrawnLine line : drawn) {
            gutter(gc, scene, line, y);
            y += scene.rowHeight();
        }
    }

    private double baseline(Scene scene) {
        return Math.round((scene.rowHeight() - font.height()) / 2 + font.ascent());
    }

    private void ground(GraphicsContext gc, Scene scene, DrawnLine line, double y) {
        if (line.row() == scene.currentRow()) {
            gc.setFill(paints.of(Shade.ROW));
            gc.fillRect(0, y, scene.width(), scene.rowHeight());
        }
        if (scene.from() < scene.to()) {
            gc.setFill(paints.of(Shade.SELECTION));
            fill(gc, scene, line, y, scene.lines().chosen(line.row(), scene.from(), scene.to()));
        }
        LineMarks marks = scene.marks();
        long end = scene.lines().endByte(line.row());
        int index = marks.atOrAfter(scene.lines().firstByte(line.row()) - marks.length() + 1);
        for (; index < marks.count() && marks.start(index) < end; index++) {
            gc.setFill(paints.of(index == marks.current() ? Shade.MATCH_NOW : Shade.MATCH));
            long at = marks.start(index);
            fill(gc, scene, line, y, scene.lines().bytes(line.row(), at, at + marks.length()));
        }
    }

    private static void fill(GraphicsContext gc, Scene scene, DrawnLine line, double y, List<Span> spans) {
        for (Span span : spans) {
            double left = Math.max(scene.gutter(), x(scene, line.x(span.start())));
            double right = x(scene, line.x(span.end()));
            if (right > left) {
                gc.fillRect(left, y, right - left, scene.rowHeight());
            }
        }
    }

    private void text(GraphicsContext gc, Scene scene, DrawnLine line, double baseline) {
        int start = 0;
        for (InkLine.Run run : line.line().runs()) {
            if (x(scene, line.x(start)) > scene.width()) {
                return;
            }
            if (x(scene, line.x(run.end())) >= scene.gutter()) {
                gc.setFill(paints.of(run.ink()));
                run(gc, scene, line, start, run.end(), baseline);
            }
            start = run.end();
        }
    }

    /** Only the part of a run that can be seen, and what has its own widths piece by piece. */
    private void run(GraphicsContext gc, Scene scene, DrawnLine line, int from, int to, double baseline) {
        String text = line.line().text();
        if (line.edges() == null) {
            int first = Math.max(from, (int) ((scene.scrollX() - PAD) / font.cell()) - 1);
            int last = Math.min(to, first + (int) (scene.width() / font.cell()) + 4);
            if (last > first) {
                gc.fillText(text.substring(first, last), x(scene, line.x(first)), baseline);
            }
            return;
        }
        for (int i = from; i < to;) {
            int next = pieceEnd(text, i, to);
            double left = x(scene, line.x(i));
            if (text.charAt(i) != '\t' && left < scene.width()) {
                gc.fillText(text.substring(i, next), left, baseline);
            }
            i = next;
        }
    }

    private static int pieceEnd(String text, int from, int to) {
        if (text.charAt(from) == '\t') {
            return from + 1;
        }
        if (!LineFont.isPlain(text.charAt(from))) {
            return Math.min(to, LineFont.oddEnd(text, from));
        }
        int end = from;
        while (end < to && LineFont.isPlain(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void gutter(GraphicsContext gc, Scene scene, DrawnLine line, double y) {
        Lines.Gutter gutter = scene.lines().gutter(line.row());
        double baseline = y + baseline(scene);
        if (!gutter.text().isEmpty()) {
            gc.setFill(paints.of(Ink.FAINT));
            double right = scene.gutter() - PAD / 2;
            gc.fillText(gutter.text(), right - gutter.text().length() * font.cell(), baseline);
        }
        if (gutter.fold() != Lines.Fold.NONE) {
            gc.setFill(paints.of(Ink.MUTED));
            arrow(gc, scene.gutter() - 9, y + scene.rowHeight() / 2, gutter.fold() == Lines.Fold.OPEN);
        }
    }

    private static void arrow(GraphicsContext gc, double x, double y, boolean open) {
        double r = 3.5;
        if (open) {
            gc.fillPolygon(new double[]{x - r, x + r, x}, new double[]{y - r / 2, y - r / 2, y + r}, 3);
        } else {
            gc.fillPolygon(new double[]{x - r / 2, x + r, x - r / 2}, new double[]{y - r, y, y + r}, 3);
        }
    }

    /** Where a line's pixel stands on the canvas. */
    static double x(Scene scene, double pixel) {
        return scene.gutter() + PAD / 2 + pixel - scene.scrollX();
    }
}
