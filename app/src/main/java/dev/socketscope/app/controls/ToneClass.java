package dev.socketscope.app.controls;

import javafx.scene.Node;

/** The one style class of a node that says what it means at present. JavaFX thread only. */
public final class ToneClass {
    private final Node node;
    private String shown = "";

    public ToneClass(Node node) {
        this.node = node;
    }

    /** @param tone takes the place of the one before; empty for none */
    public void show(String tone) {
        if (tone.equals(shown)) {
            return;
        }
        node.getStyleClass().remove(shown);
        if (!tone.isEmpty()) {
            node.getStyleClass().add(tone);
        }
        shown = tone;
    }
}
