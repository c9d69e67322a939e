package dev.socketscope.app.composer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.composer.HeldModel.Phase;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.live.Interception;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldModelTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final FakeEngine engine = FakeEngine.empty();
    private final HeldModel model = new HeldModel(engine::submit,
            (id, answered) -> answered.accept(engine.heldContent(id).toCompletableFuture().join()));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theOldestIsInTheEditorWhole() {
        hold("held_1", "{\"a\":1}");
        hold("held_2", "two");

        assertThat(ids()).containsExactly("held_1", "held_2");
        assertThat(current()).isEqualTo("held_1");
        assertThat(model.body().text().get()).isEqualTo("{\"a\":1}");
        assertThat(model.changed()).isFalse();
    }

    @Test
    void aDecisionGoesToTheEngineAndTheNextComesUp() {
        hold("held_1", "one");
        hold("held_2", "two");
        hold("held_3", "three");

        model.forward();
        model.drop();
        model.body().text().set("THREE");
        model.forwardEdited();

        assertThat(engine.held().decisions().values()).satisfiesExactly(
                first -> assertThat(first).isEqualTo(new Release.Forward()),
                second -> assertThat(second).isEqualTo(new Release.Drop()),
                third -> assertThat(((Release.Edited) third).payload()).asString(UTF_8).isEqualTo("THREE"));
        assertThat(model.phase().get()).isEqualTo(Phase.NOTHING);
        assertThat(ids()).isEmpty();
    }

    @Test
    void whatWasNotChangedGoesOnExactlyAsItCame() {
        hold("held_1", "one");

        model.forwardEdited();

        assertThat(engine.held().decisions()).containsEntry("held_1", new Release.Forward());
    }

    @Test
    void anEditThatCannotBeIsToldAndDecidesNothing() {
        hold("held_1", "one");
        model.body().become(Opcode.BINARY);
        model.body().text().set("0");

        model.forwardEdited();

        assertThat(engine.held().decisions()).isEmpty();
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.body().problem().get()).startsWith("A hex digit is missing");
    }

    @Test
    void whatIsWrittenStaysWhileTheQueueChanges() {
        hold("held_1", "one");
        model.body().text().set("mine");

        hold("held_2", "two");
        engine.held().end("held_2", Event.Outcome.EXPIRED, Duration.ofSeconds(44));
        follow();

        assertThat(current()).isEqualTo("held_1");
        assertThat(model.body().text().get()).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"EXPIRED | Nobody decided within 44 s: it went on unchanged.",
            "CLEARED | Its breakpoint was cleared after 44 s", "MADE_ROOM | Too much was waiting: after 44 s",
            "LOST | Its connection ended after 44 s", "DROPPED | Somebody else dropped it after 44 s"})
    void whatWentOnByItselfSaysSoAndKeepsWhatWasWritten(Event.Outcome outcome, String words) {
        hold("held_1", "one");
        hold("held_2", "two");
        model.body().text().set("mine");

        engine.held().end("held_1", outcome, Duration.ofSeconds(44));
        follow();

        assertThat(model.phase().get()).isEqualTo(Phase.GONE);
        assertThat(model.note().get()).startsWith(words);
        assertThat(model.body().text().get()).isEqualTo("mine");
        model.drop();
        assertThat(engine.held().decisions()).isEmpty();

        model.next();
        assertThat(current()).isEqualTo("held_2");
        assertThat(model.body().text().get()).isEqualTo("two");
    }

    @Test
    void aDecisionThatComesTooLateKeepsWhatWasWritten() {
        hold("held_1", "one");
        model.body().text().set("mine");
        engine.held().end("held_1", Event.Outcome.EXPIRED, Duration.ofSeconds(44));

        model.forwardEdited();
        assertThat(model.note().get()).isEqualTo("No message held_1 is held.");
        follow();

        assertThat(model.note().get()).startsWith("Nobody decided within 44 s");
        assertThat(model.body().text().get()).isEqualTo("mine");
    }

    @Test
    void whatWasWrittenForOneIsThereAgainWhenItIsChosenAgain() {
        hold("held_1", "one");
        hold("held_2", "two");
        model.body().text().set("mine");

        model.choose("held_2");
        assertThat(model.body().text().get()).isEqualTo("two");
        model.choose("held_1");

        assertThat(model.body().text().get()).isEqualTo("mine");
        model.revert();
        assertThat(model.body().text().get()).isEqualTo("one");
    }

    @Test
    void whatWasWrittenForOneThatIsNotInTheEditorCanStillBeCopied() {
        hold("held_1", "one");
        hold("held_2", "two");
        model.body().text().set("mine");
        model.choose("held_2");

        engine.held().end("held_1", Event.Outcome.EXPIRED, Duration.ofSeconds(44));
        follow();

        assertThat(model.leftover().get()).isEqualTo(new HeldModel.Leftover("held_1", "mine"));
        model.forgetLeftover();
        assertThat(model.leftover().get()).isNull();
    }

    @Test
    void allGoOnAsTheyCameAndTheEditorKeepsWhatWasWritten() {
        hold("held_1", "one");
        hold("held_2", "two");
        model.body().text().set("mine");

        model.forwardAll();

        assertThat(engine.held().decisions()).hasSize(2)
                .allSatisfy(
                        (id, how) -> assertThat(how).isEqualTo(new Release.Forward()));
        assertThat(ids()).isEmpty();
        assertThat(model.phase().get()).isEqualTo(Phase.GONE);
        assertThat(model.body().text().get()).isEqualTo("mine");
    }

    @Test
    void whatIsTooLongToBeEditedCanBeForwardedAndDropped() {
        hold("held_1", "x".repeat(Body.LONGEST_EDITED + 1));

        assertThat(model.phase().get()).isEqualTo(Phase.TOO_LONG);
        assertThat(model.note().get()).startsWith("Too long to be edited here").endsWith("xxx");
        model.drop();
        assertThat(engine.held().decisions()).containsEntry("held_1", new Release.Drop());
    }

    @Test
    void somethingThatWaitsIsToldOfOnceUntilSomebodyHasLooked() {
        HeldAlarm alarm = new HeldAlarm();

        assertThat(alarm.due(0, false)).isFalse();
        assertThat(alarm.due(1, false)).isTrue();
        assertThat(alarm.due(2, false)).isFalse();
        assertThat(alarm.due(0, false)).isFalse();
        assertThat(alarm.due(1, false)).isFalse();
        assertThat(alarm.due(1, true)).isFalse();
        assertThat(alarm.due(1, false)).isTrue();
    }

    private void hold(String id, String text) {
        byte[] content = text.getBytes(UTF_8);
        engine.held()
                .hold(new HeldMessage(id, "brk_1", "ws_1", Direction.TO_UPSTREAM, Opcode.TEXT, content.length, NOW,
                        NOW.plusSeconds(60), text.substring(0, Math.min(text.length(), 400))), content);
        follow();
    }

    private void follow() {
        model.follow(new LiveState(NOW, LiveState.NOTHING.counters(), Rates.NONE, Rates.NONE, List.of(),
                new RecentEvents(0, engine.events(0, 100).events()),
                new Readings(List.of(), List.of(), List.of(),
                        new Interception(List.of(), engine.heldMessages(), List.of()))));
    }

    private List<String> ids() {
        return model.queue().get().stream().map(HeldMessage::id).toList();
    }

    private String current() {
        HeldMessage message = model.current().get();
        return message == null ? "" : message.id();
    }
}
