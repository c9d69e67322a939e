package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The line between two stations. One of this engine's own legs can be clicked, and offers how to break it. */
final class LegLine extends Button {
    private static final double LEAST = 72;
    /** Between others there is nothing to say. */
    private static final double LEAST_UNKNOWN = 24;

    private final NoteLabel above = new NoteLabel("figures", "tunnel-note");
    private final NoteLabel below = new NoteLabel("figures", "tunnel-note");
    private final Region stroke = new Region();
    private final ContextMenu menu = new ContextMenu();
    private Link shown = Link.UNKNOWN;

    /** @param fill puts what can be done into the menu whenever it is about to be shown */
    LegLine(LegMenu fill) {
        VBox box = new VBox(above, stroke, below);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("hop-link");
        setGraphic(box);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().setAll("leg-line");
        stroke.getStyleClass().setAll("hop-line");
        box.prefWidthProperty().bind(widthProperty());
        setOnAction(e -> offer(leg -> {
            menu.getItems().setAll(fill.items(leg, this));
            menu.show(this, Side.BOTTOM, 0, 4);
        }));
        setOnContextMenuRequested(e -> fire());
    }

    private void offer(Consumer<Leg> offering) {
        if (shown.leg() != null) {
            offering.accept(shown.leg());
        }
    }

    void show(Link link) {
        shown = link;
        above.show(link.above(), link.tone());
        below.show(link.below(), link.tone());
        stroke.getStyleClass().setAll("hop-line", link.tone());
        Leg leg = link.leg();
        double least = leg == null ? LEAST_UNKNOWN : LEAST;
        setMinWidth(least);
        setPrefWidth(leg == null ? least * 2 : least * 1.7);
        setMouseTransparent(leg == null);
        setFocusTraversable(leg != null);
        setId(leg == null ? null : "leg-" + Names.of(leg));
        setAccessibleText(leg == null ? "" : Strings.of("overview.leg." + Names.of(leg))
                + " " + link.above() + " " + link.below());
    }
}
