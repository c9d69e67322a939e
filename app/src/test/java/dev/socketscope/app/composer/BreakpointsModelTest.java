package dev.socketscope.app.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.live.Interception;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakpointsModelTest {
    private final FakeEngine engine = FakeEngine.empty();
    private final BreakpointsModel model = new BreakpointsModel(engine::submit);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatStandsInTheFieldsIsSet() {
        model.draft().text(BreakpointDraft.LABEL).set("all");

        model.set();

        assertThat(labels()).containsExactly("all");
    }

    @Test
    void oneIsClearedAndSetAgain() {
        set("one", "two");

        model.clear(engine.breakpoints().getFirst().id());
        assertThat(labels()).containsExactly("two");

        model.setAgain();
        assertThat(labels()).containsExactly("two", "one");
        assertThat(model.cleared().get()).isEmpty();
    }

    @Test
    void eachThatWasClearedIsSetAgainOnce() {
        set("one", "two");
        Runnable one = model.clear(engine.breakpoints().getFirst().id());
        model.follow(new Interception(engine.breakpoints(), List.of(), List.of()));
        Runnable two = model.clear(engine.breakpoints().getFirst().id());

        model.setAgain();
        two.run();
        assertThat(labels()).as("once").containsExactly("two");
        one.run();
        assertThat(labels()).containsExactly("two", "one");
    }

    @Test
    void allAreClearedAndSetAgain() {
        set("one", "two");

        model.clearAll();
        assertThat(labels()).isEmpty();
        assertThat(model.cleared().get()).extracting(Breakpoint::label).containsExactly("one", "two");

        model.setAgain();
        assertThat(labels()).containsExactly("one", "two");
    }

    @Test
    void aRefusalIsToldAtTheFieldThatItNames() {
        BreakpointsModel refused = new BreakpointsModel((command, answered) -> answered
                .accept(new Reply.Refused("match.text: got \"/(/\", expected a regular expression")));
        refused.set();

        assertThat(refused.draft().problems().of(BreakpointDraft.TEXT).get()).startsWith("got \"/(/\"");
    }

    @Test
    void aRefusalThatNamesNoFieldIsToldOfTheWholeForm() {
        BreakpointsModel refused = new BreakpointsModel((command, answered) -> answered
                .accept(new Reply.Refused("There are 64 breakpoints already: clear one first.")));
        refused.set();

        assertThat(refused.draft().problems().of(Problems.GENERAL).get()).startsWith("There are 64 breakpoints");
    }

    private void set(String... labels) {
        for (String label : labels) {
            model.draft().text(BreakpointDraft.LABEL).set(label);
            model.set();
        }
        model.follow(new Interception(engine.breakpoints(), List.of(), List.of()));
    }

    private List<String> labels() {
        return engine.breakpoints().stream().map(BreakpointStatus::breakpoint).map(Breakpoint::label).toList();
    }
}
