package dev.socketscope.app.controls;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Draws an {@link InkLine} in a font of one width with one text node for each ink, spaces standing in for the characters of the
 * others; cut off at the right with an ellipsis. Far cheaper than a node for each run when many lines change at once.
 */
public final class InkedText extends Region {
    private static final int PROBE = 16;
    private final Map<Ink, Text> layers = new EnumMap<>(Ink.class);
    private final Text probe = new Text("0".repeat(PROBE));
    private InkLine line = InkLine.EMPTY;
    private int shownChars = -1;

    public InkedText() {
        getStyleClass().add("inked-text");
        probe.getStyleClass().add("ink");
        probe.setVisible(false);
        getChildren().add(probe);
    }

    public void show(InkLine shown) {
        if (!shown.equals(line)) {
            line = aligned(shown) ? shown : InkLine.of(shown.text(), plainInk(shown));
            shownChars = -1;
            requestLayout();
        }
    }

    /** Whether the whole text did not fit when it was drawn last. */
    public boolean isCut() {
        return shownChars >= 0 && shownChars < line.text().length();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return probe.getLayoutBounds().getHeight();
    }

    @Override
    protected void layoutChildren() {
        double charWidth = probe.getLayoutBounds().getWidth() / PROBE;
        int fit = charWidth <= 0 ? 0 : (int) (getWidth() / charWidth + 0.01);
        if (fit != shownChars) {
            shownChars = fit;
            fill(fit);
        }
        double baseline = Math.round((getHeight() - probe.getLayoutBounds().getHeight()) / 2);
        layers.values().forEach(layer -> layer.relocate(0, baseline));
    }

    private void fill(int fit) {
        int length = line.text().length();
        int kept = length <= fit ? length : Math.max(0, fit - 1);
        layers.values().forEach(layer -> layer.setText(""));
        int start = 0;
        for (InkLine.Run run : line.runs()) {
            int end = Math.min(kept, run.end());
            if (end > start) {
                append(run.ink(), start, line.text().substring(start, end));
            }
            start = Math.max(start, end);
        }
        if (kept < length && fit > 0) {
            append(Ink.FAINT, kept, "…");
        }
    }

    private void append(Ink ink, int column, String part) {
        Text layer = layers.computeIfAbsent(ink, this::layer);
        String before = layer.getText();
        layer.setText(before + " ".repeat(column - before.length()) + part);
    }

    private Text layer(Ink ink) {
        var text = new Text();
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.getStyleClass().addAll("ink", "ink-" + ink.cssName());
        getChildren().add(text);
        return text;
    }

    /** Characters outside these have other widths or come from other fonts, so layers would not match. */
    private static boolean aligned(InkLine line) {
        return line.text().chars().allMatch(c -> c >= ' ' && c < 0x250 || c == '…' || c == '·' || c == '—');
    }

    private static Ink plainInk(InkLine line) {
        return line.runs().stream().anyMatch(run -> run.ink() == Ink.ERROR) ? Ink.ERROR : Ink.TEXT;
    }
}
