package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Shorten;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** A sentence in at most two lines: the longest of several that fits there. The tooltip has the whole. */
final class StoryLabel extends Label {
    private static final int MOST_LINES = 2;
    /** What it asks for; it takes what its neighbours leave. */
    private static final double USUAL = 160;

    private final Text measure = new Text();
    private final Tooltip whole = new Tooltip();
    private List<String> told = List.of();
    private List<String> sentences = List.of("");

    StoryLabel() {
        getStyleClass().add("story");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        whole.setWrapText(true);
        whole.setMaxWidth(USUAL * 4);
        setTooltip(whole);
        measure.fontProperty().bind(fontProperty());
        widthProperty().subscribe(width -> fit());
        fontProperty().subscribe(font -> fit());
    }

    /** @param newSentences the whole first, then shorter and shorter ones; one at least */
    void show(List<String> newSentences) {
        if (!newSentences.equals(told)) {
            told = List.copyOf(newSentences);
            sentences = newSentences.stream().map(Shorten::tooltip).toList();
            whole.setText(sentences.getFirst());
            fit();
        }
    }

    private void fit() {
        double room = lines(MOST_LINES);
        setText(sentences.stream()
                .filter(sentence -> height(sentence, getWidth()) <= room)
                .findFirst()
                .orElse(sentences.getLast()));
    }

    /** Of a text that is wrapped; as high as one line while there is no width yet. */
    private double height(String text, double width) {
        measure.setWrappingWidth(Math.max(0, Math.floor(width)));
        measure.setText(text);
        return measure.getLayoutBounds().getHeight();
    }

    private double lines(int number) {
        return height("|\n".repeat(number - 1) + "|", 0) + 1;
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(super.computePrefHeight(width), lines(MOST_LINES));
    }
}
