package dev.socketscope.app.controls;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Where characters stand in a font of one width. Characters that the font may not have, and tabs, are measured one by one; a
 * tab reaches to the next multiple of four cells.
 */
final class LineFont {
    private static final int TAB = 4;
    private static final int PROBE = 20;
    private final Text measure = new Text();
    private double cell = 8;
    private double height = 18;
    private double ascent = 13;

    void use(Font font) {
        measure.setFont(font);
        measure.setText("0".repeat(PROBE));
        cell = measure.getLayoutBounds().getWidth() / PROBE;
        ascent = measure.getBaselineOffset();
        height = Math.ceil(measure.getLayoutBounds().getHeight());
    }

    Font font() {
        return measure.getFont();
    }

    /** Pixels of one character. */
    double cell() {
        return cell;
    }

    double height() {
        return height;
    }

    double ascent() {
        return ascent;
    }

    static boolean isPlain(char c) {
        return c >= ' ' && c < 0x250 && c != 0xAD || c == '…' || c >= 0x2400 && c <= 0x2421;
    }

    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Left edges of all characters and the right edge of the last one, in pixels. */
    double[] edges(String text) {
        double[] edges = new double[text.length() + 1];
        for (int i = 0; i < text.length();) {
            char c = text.charAt(i);
            int next = i + 1;
            if (isPlain(c)) {
                edges[next] = edges[i] + cell;
            } else if (c == '\t') {
                edges[next] = (Math.floor(edges[i] / (cell * TAB) + 0.001) + 1) * cell * TAB;
            } else {
                next = oddEnd(text, i);
                double step = width(text.substring(i, next)) / (next - i);
                for (int j = i + 1; j <= next; j++) {
                    edges[j] = edges[j - 1] + step;
                }
            }
            i = next;
        }
        return edges;
    }

    /** The end of the run of characters that are measured together. */
    static int oddEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !isPlain(text.charAt(end)) && text.charAt(end) != '\t') {
            end++;
        }
        return end;
    }

    private double width(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }
}
