package dev.socketscope.app.overview;

import javafx.scene.layout.VBox;

/** A station of the tunnel. */
final class HopBox extends VBox {
    private static final double LEAST = 88;

    private final NoteLabel title = new NoteLabel("section-title");
    private final NoteLabel place = new NoteLabel("data");
    private final NoteLabel note = new NoteLabel("tunnel-note");

    HopBox() {
        getChildren().addAll(title, place, note);
        getStyleClass().add("hop");
        setMinWidth(LEAST);
        setPrefWidth(LEAST * 1.5);
    }

    void show(Hop hop) {
        title.show(hop.title(), "plain");
        place.show(hop.place(), "muted");
        note.show(hop.note(), hop.tone());
        setAccessibleText(hop.title() + " " + hop.place() + " " + hop.note());
    }
}
