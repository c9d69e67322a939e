package dev.socketscope.app.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One text in several views. */
class DocumentTest {
    private static final String TEXT = """
            # why
            seed: 3
            steps:
              - {at: 1s, arm: {type: black-hole, duration: 2s, label: hole}}
              - {at: 4s, disarm: hole}
            expect:
              - no-reload: true
            """;
    private Instant now = Instant.EPOCH;
    private final Document document = new Document("d", null, TEXT, TEXT, () -> now);

    private Scenario scenario() {
        return Objects.requireNonNull(document.scenario().get());
    }

    @Test
    void whatIsMovedInTheTimelineStandsInTheTextAndCanBeUndone() {
        assertThat(document.hasComments()).isTrue();

        document.edit(Edits.move(0, Duration.ofMillis(2_500)));

        assertThat(document.text().get()).contains("{at: 2500ms, arm: {type: black-hole, ").contains("seed: 3");
        assertThat(document.hasComments()).isFalse();
        assertThat(document.changed().get()).isTrue();
        document.undo();
        assertThat(document.text().get()).isEqualTo(TEXT);
        assertThat(document.changed().get()).isFalse();
        document.redo();
        assertThat(scenario().steps().getFirst().at()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void commentsStayAsLongAsOnlyTheTextIsEdited() {
        document.type(TEXT.replace("seed: 3", "seed: 4"));

        assertThat(scenario().seed()).isEqualTo(4);
        assertThat(document.text().get()).startsWith("# why");
    }

    @Test
    void aMistakeIsToldAtItsLineAndNothingCanBeDroppedByATimelineThatDoesNotKnowTheText() {
        String wrong = TEXT.replace("duration: 2s", "duration: soon");
        document.type(wrong);

        assertThat(document.problems().get()).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.key()).isEqualTo("steps[0].arm.duration");
            assertThat(problem.text()).startsWith("got \"soon\", expected a duration");
        });
        assertThat(document.readable().get()).isFalse();
        document.edit(Edits.delete(0));
        assertThat(document.text().get()).isEqualTo(wrong);
    }

    @Test
    void aStepThatIsDraggedToAnImpossiblePlaceGoesThereAndIsComplainedOf() {
        document.edit(Edits.move(1, Duration.ofMillis(500)));

        assertThat(scenario().steps().get(1).at()).isEqualTo(Duration.ofMillis(500));
        assertThat(document.problems().get()).singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("expected the label of a step before it"));
        document.edit(Edits.move(1, Duration.ofSeconds(5)));
        assertThat(document.problems().get()).isEmpty();
    }

    @Test
    void whatIsTypedWithoutAPauseIsOneChange() {
        document.type(TEXT + "#");
        now = now.plusMillis(200);
        document.type(TEXT + "# a");
        now = now.plusSeconds(2);
        document.type(TEXT + "# a b");

        document.undo();
        assertThat(document.text().get()).isEqualTo(TEXT + "# a");
        document.undo();
        assertThat(document.text().get()).isEqualTo(TEXT);
        assertThat(document.canUndo()).isFalse();
    }

    @Test
    void revertingCanBeUndone() {
        document.edit(Edits.last(0, Duration.ofSeconds(9)));
        String edited = document.text().get();

        document.revert();
        assertThat(document.text().get()).isEqualTo(TEXT);
        document.undo();
        assertThat(document.text().get()).isEqualTo(edited);
    }

    @Test
    void theLastExpectationStays() {
        document.edit(Edits.doNotExpect(0));

        assertThat(document.changed().get()).isFalse();
    }

    @Test
    void aBarEndsWhereItsDurationOrItsDisarmingDoes() {
        assertThat(StepTimes.end(scenario(), scenario().steps().getFirst())).hasValue(Duration.ofSeconds(3));
        document.edit(Edits.last(0, Duration.ofSeconds(20)));
        assertThat(StepTimes.end(scenario(), scenario().steps().getFirst())).hasValue(Duration.ofSeconds(4));
    }
}
