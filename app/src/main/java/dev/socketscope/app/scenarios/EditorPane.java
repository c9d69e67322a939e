package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.config.Problem;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One document in both of its views, of which one is seen. */
final class EditorPane extends VBox {
    private static final double TIMELINE = 0.66;

    private final DocumentBar bar;
    private final TimelineEditor timeline = new TimelineEditor();
    private final YamlEditor yaml = new YamlEditor();
    private final StepCard step = new StepCard(timeline);
    private final ExpectationsCard expectations = new ExpectationsCard();
    private final HeadCard head = new HeadCard();
    private final Label note = new Label();
    private Subscription watched = Subscription.EMPTY;

    EditorPane(DocumentBar bar, Memory memory) {
        this.bar = bar;
        VBox cards = new VBox(step, expectations, head);
        cards.getStyleClass().add("scenario-cards");
        ScrollPane inspector = new ScrollPane(cards);
        inspector.setFitToWidth(true);
        inspector.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        inspector.getStyleClass().addAll("plain-scroll", "scenario-inspector");
        SplitPane visual = new SplitPane(timeline, inspector);
        Remember.divider(memory, "scenarios.inspector", visual, TIMELINE);
        note.setId("scenario-note");
        note.getStyleClass().addAll("held", "scenario-note");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        visual.visibleProperty().bind(bar.asText().not());
        yaml.visibleProperty().bind(bar.asText());
        bar.asText().subscribe((before, now) -> note.setVisible(!now && !note.getText().isEmpty()));
        StackPane views = new StackPane(visual, yaml);
        VBox.setVgrow(views, Priority.ALWAYS);
        getChildren().addAll(bar, note, views);
        getStyleClass().add("scenario-editor");
    }

    /** Shows it, and follows it from now on. */
    void show(Document document) {
        watched.unsubscribe();
        watched = document.version().subscribe((before, now) -> refresh(document));
        refresh(document);
    }

    void playHead(@Nullable Duration clock) {
        timeline.playHead(clock);
    }

    private void refresh(Document document) {
        bar.show(document);
        timeline.show(document);
        yaml.show(document);
        step.show(document);
        expectations.show(document);
        head.show(document);
        String said = said(document);
        note.setText(said);
        note.setVisible(!said.isEmpty() && !bar.asText().get());
    }

    /** What a person who looks at the timeline has to know of the text. */
    private static String said(Document document) {
        List<Problem> problems = document.problems().get();
        if (!document.readable().get()) {
            return Strings.of("scenarios.note.unreadable", Integer.toString(problems.getFirst().line()));
        }
        return problems.isEmpty() ? document.hasComments() ? Strings.of("scenarios.note.comments") : ""
                : problems.getFirst().key() + ": " + problems.getFirst().text();
    }
}
