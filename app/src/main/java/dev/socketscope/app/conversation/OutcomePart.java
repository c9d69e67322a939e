package dev.socketscope.app.conversation;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.conversation.Difference;
import dev.socketscope.engine.conversation.Outcome;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What came of the conversation: whether it was the same, and everything that was not. */
final class OutcomePart extends VBox {
    private final Chip verdict = new Chip();
    private final ListView<Difference> differences = new ListView<>();
    private final HBox copy;

    OutcomePart(ConversationModel model) {
        getStyleClass().add("conversation-outcome");
        verdict.setId("again-verdict");
        Label words = new Label();
        words.setId("again-words");
        words.setWrapText(true);
        words.textProperty().bind(model.words());
        copy = new HBox(new CopyButton(Strings.of("again.copy"), () -> {
            Outcome outcome = model.outcome().get();
            return outcome == null ? "" : outcome.text();
        }));
        HBox head = new HBox(verdict, words, FitLine.gap(), copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("conversation-head");
        HBox.setHgrow(words, Priority.ALWAYS);
        differences.setId("again-differences");
        differences.setCellFactory(list -> new DifferenceCell());
        differences.setAccessibleText(Strings.of("again.found"));
        VBox.setVgrow(differences, Priority.ALWAYS);
        getChildren().setAll(head, differences);
        model.outcome().subscribe(this::show);
    }

    private void show(@Nullable Outcome outcome) {
        verdict.setVisible(outcome != null);
        verdict.setManaged(outcome != null);
        copy.setVisible(outcome != null);
        if (outcome == null) {
            differences.getItems().clear();
            differences.setPlaceholder(
                    new EmptyState(Feather.REPEAT, Strings.of("again.empty"), Strings.of("again.empty.text")));
            return;
        }
        verdict.show(Sentences.verdict(outcome), outcome.same() ? "open" : "broken");
        differences.getItems().setAll(outcome.differences());
        differences.setPlaceholder(
                new EmptyState(outcome.same() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                        Sentences.verdict(outcome),
                        Strings.of(outcome.same() ? "again.same.text" : "again.unsaid.text")));
    }
}
