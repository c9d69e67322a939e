package dev.socketscope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.scope.Scopes;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.TransportFault.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CardModelTest {
    private final Armed armed = new Armed();
    private final List<Runnable> resting = new ArrayList<>();
    private final CardModel card = new CardModel(new Draft(FaultType.LATENCY), armed, Armed.CLOCK, task -> {
        resting.clear();
        resting.add(task);
    });

    @AfterEach
    void close() {
        armed.close();
    }

    @Test
    void theSwitchArmsWithTheChosenScopeAndDisarms() {
        card.aim(FaultMatch.ANY.onPath("/_hmr").going(Direction.TO_CLIENT), "50 %");

        card.turn(true);

        assertThat(card.on().get()).isTrue();
        Fault fault = armed.faults().getFirst();
        assertThat(Scopes.words(fault.match())).isEqualTo("/_hmr ↓");
        assertThat(fault.probability()).isEqualTo(0.5);

        card.turn(false);

        assertThat(card.on().get()).isFalse();
        assertThat(armed.faults()).isEmpty();
    }

    @Test
    void anArmedCardKeepsItsScope() {
        card.turn(true);

        card.aim(FaultMatch.ANY.onPath("/echo"), "10 %");

        assertThat(Scopes.words(card.scope().get())).isEqualTo("all");
        assertThat(card.draft().text(Draft.PROBABILITY).get()).isEqualTo("100 %");
    }

    @Test
    void aChangeIsArmedBeforeTheOldFaultIsDisarmed() {
        card.turn(true);
        String before = armed.statuses().getFirst().armed().id();
        armed.engine.commands.clear();

        delay("400 ms");
        delay("500 ms");
        rest();

        assertThat(armed.engine.commands).hasSize(2);
        assertThat(armed.engine.commands.getFirst()).isInstanceOfSatisfying(Command.ArmFault.class,
                arm -> assertThat(((Latency) arm.fault().spec()).delay()).isEqualTo(Duration.ofMillis(500)));
        assertThat(armed.engine.commands.getLast()).isEqualTo(new Command.DisarmFault(before));
        assertThat(armed.faults()).hasSize(1);
    }

    @Test
    void whatChangesWhileTheEngineIsAskedIsArmedAfterwards() {
        armed.holdAnswers();
        card.turn(true);
        delay("400 ms");
        rest();
        armed.answer();
        armed.answer();
        armed.answer();

        assertThat(armed.faults()).singleElement()
                .satisfies(fault -> assertThat(((Latency) fault.spec()).delay()).isEqualTo(Duration.ofMillis(400)));
    }

    @Test
    void aValueThatDoesNotFitIsToldAndLeavesArmedWhatWas() {
        card.turn(true);

        delay("1 ms");
        rest();

        assertThat(card.problem().get()).startsWith("jitter: got 50ms, expected");
        assertThat(card.on().get()).isTrue();
        assertThat(((Latency) armed.faults().getFirst().spec()).delay()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aFaultThatCannotBeIsNotArmed() {
        delay("soon");

        card.turn(true);

        assertThat(card.on().get()).isFalse();
        assertThat(card.problem().get()).startsWith("delay: got \"soon\"");
    }

    @Test
    void aRefusalIsToldInTheEnginesWords() {
        armed.refuse("There are as many armed faults as the engine takes on; disarm some first.");

        card.turn(true);

        assertThat(card.on().get()).isFalse();
        assertThat(card.problem().get()).startsWith("There are as many armed faults");
    }

    @Test
    void warningsOfTheEngineAreShown() {
        armed.engine.armed().warn("webpack-dev-server ends a client whose round trip passes one second.");

        card.turn(true);

        assertThat(card.note().get()).startsWith("webpack-dev-server ends");
    }

    @Test
    void aFaultThatIsOverSwitchesItsCardOffAndSaysWhy() {
        card.turn(true);
        String id = armed.statuses().getFirst().armed().id();
        card.follow(armed.state(Armed.NOW));
        armed.tell(new Event.FaultDisarmed(1, Armed.NOW, id, FaultType.LATENCY, "",
                Event.DisarmReason.COUNT_USED_UP));
        armed.engine.submit(new Command.DisarmFault(id));

        card.follow(armed.state(Armed.NOW));

        assertThat(card.on().get()).isFalse();
        assertThat(card.note().get()).isEqualTo("It has fired as often as it may.");
    }

    @Test
    void aPictureFromBeforeTheArmingSwitchesNothingOff() {
        var before = armed.state(Armed.NOW);
        card.turn(true);

        card.follow(before);
        assertThat(card.on().get()).isTrue();

        armed.engine.submit(new Command.DisarmAll());
        card.follow(armed.state(Armed.NOW.plusSeconds(3)));
        assertThat(card.on().get()).as("not seen, but long enough ago").isFalse();
    }

    @Test
    void whoDisarmsAllWhileAFaultIsReplacedGetsRidOfTheNewOneToo() {
        card.turn(true);
        armed.engine.submit(new Command.DisarmAll());

        delay("400 ms");
        rest();

        assertThat(armed.faults()).isEmpty();
        assertThat(card.on().get()).isFalse();
    }

    private void delay(String text) {
        card.draft().text("delay").set(text);
    }

    private void rest() {
        List.copyOf(resting).forEach(Runnable::run);
    }
}
