package dev.socketscope.app.controls;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;

/** Draws the bars of one lane. */
final class TimelinePainter {
    static final double BAR = 14;
    private static final double ARC = 5;
    private static final double THINNEST = 4;
    private static final int TILE = 6;
    private static final double LABEL_ROOM = 12;
    private static final double LETTER = 5.6;

    private final GraphicsContext canvas;
    private final TimeView view;
    private final TonePaints paints;

    TimelinePainter(GraphicsContext canvas, TimeView view, TonePaints paints) {
        this.canvas = canvas;
        this.view = view;
        this.paints = paints;
    }

    /** @param top of the bar; {@code left} and {@code width} of the place for all bars */
    void bar(TimelineBar bar, double left, double top, double width) {
        double from = Math.max(-ARC, view.x(bar.from(), width));
        double to = Math.min(width + ARC, view.x(bar.to() == Long.MAX_VALUE ? view.now() : bar.to(), width));
        if (to < 0 || from > width) {
            return;
        }
        double length = Math.max(THINNEST, to - from);
        Color colour = paints.of(bar.tone());
        switch (bar.tone()) {
            case GOOD, BROKEN, TRYING, HELD, OVER -> {
                canvas.setFill(colour);
                canvas.fillRoundRect(left + from, top, length, BAR, ARC, ARC);
            }
            case WAITING -> {
                canvas.setFill(hatch(colour));
                canvas.fillRect(left + from, top, length, BAR);
            }
            case PLANNED -> {
                canvas.setStroke(colour);
                canvas.setLineDashes(3, 3);
                canvas.strokeRoundRect(left + from + 0.5, top + 0.5, length, BAR - 1, ARC, ARC);
                canvas.setLineDashes();
            }
        }
        label(bar, left + from, top, length);
    }

    /** Behind a planned bar, which is often narrower than its words; within others where there is room. */
    private void label(TimelineBar bar, double x, double top, double length) {
        double room = bar.label().length() * LETTER;
        if (bar.label().isEmpty() || bar.tone() != Tone.PLANNED && room + LABEL_ROOM > length) {
            return;
        }
        canvas.setFill(paints.text());
        boolean behind = room + LABEL_ROOM > length;
        canvas.fillText(bar.label(), behind ? x + length + LABEL_ROOM / 2 : x + LABEL_ROOM / 2, top + BAR - 3.5);
    }

    private static ImagePattern hatch(Color colour) {
        WritableImage tile = new WritableImage(TILE, TILE);
        for (int x = 0; x < TILE; x++) {
            for (int y = 0; y < TILE; y++) {
                boolean stripe = (x + y) % TILE < 2;
                tile.getPixelWriter()
                        .setColor(x, y, colour.deriveColor(0, 1, 1, stripe ? 0.75 : 0.25));
            }
        }
        return new ImagePattern(tile, 0, 0, TILE, TILE, false);
    }
}
