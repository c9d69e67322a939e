package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.HmrStatus.BuildError;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A build error as a person wants to read it: what, where, the source around it; the stack only when asked for. */
final class ErrorCard extends VBox {
    /** More is only copied. */
    private static final int LONGEST = 8_000;

    private final Label message = new Label();
    private final Label place = new Label();
    private final Label frame = new Label();
    private final Label stack = new Label();
    private final Hyperlink more = new Hyperlink();
    private @Nullable BuildError shown;

    ErrorCard(String id) {
        getStyleClass().addAll("card", "error-card");
        setId(id + "-error");
        message.getStyleClass().add("error-message");
        message.setWrapText(true);
        place.getStyleClass().addAll("data", "broken");
        frame.getStyleClass().addAll("data", "code-frame");
        stack.getStyleClass().addAll("data", "muted");
        place.setWrapText(true);
        stack.setWrapText(true);
        for (Label text : new Label[]{message, place, frame, stack}) {
            // Else each would end in an ellipsis where the page is too small; it scrolls instead.
            text.setMinHeight(USE_PREF_SIZE);
        }
        more.setId(id + "-stack");
        more.setOnAction(e -> unfold(!stack.isVisible()));
        CopyButton copy = new CopyButton(Strings.of("hmr.error.copy"), () -> shown == null ? "" : HmrTexts.copy(shown));
        copy.setId(id + "-copy");
        HBox head = new HBox(message, copy);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.TOP_LEFT);
        managedProperty().bind(visibleProperty());
        stack.managedProperty().bind(stack.visibleProperty());
        frame.managedProperty().bind(frame.visibleProperty());
        more.managedProperty().bind(more.visibleProperty());
        getChildren().addAll(head, place, frame, more, stack);
        unfold(false);
    }

    /** @param error null hides the card */
    void show(@Nullable BuildError error) {
        setVisible(error != null);
        if (error == null || error.equals(shown)) {
            shown = error;
            return;
        }
        shown = error;
        message.setText(Shorten.to(error.message(), LONGEST));
        place.setText(HmrTexts.place(error) + "   " + HmrTexts.time(error.at()));
        frame.setText(Shorten.to(error.frame(), LONGEST));
        frame.setVisible(!error.frame().isBlank());
        stack.setText(Shorten.to(error.stack(), LONGEST));
        more.setVisible(!error.stack().isBlank());
        unfold(false);
    }

    private void unfold(boolean open) {
        stack.setVisible(open);
        more.setText(Strings.of(open ? "hmr.stack.hide" : "hmr.stack.show"));
    }
}
