package dev.socketscope.app.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.api.ReplayPlan.Selection;
import dev.socketscope.engine.api.ReplayPlan.Timing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayModelTest {
    private static final FaultMatch INTO = FaultMatch.ANY.onConnection("ws_2");

    private final FakeEngine engine = FakeEngine.empty();
    private final ReplayModel model = new ReplayModel(engine::submit);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void chosenFramesGoWithTheirTimingAtTheChosenSpeed() {
        model.choose(List.of(3L, 5L), INTO);
        model.speed().set("0.5");
        model.gap().set("2 s");

        model.start();

        assertThat(model.what().get()).isEqualTo("2 messages of chosen frames");
        assertThat(started()).isEqualTo(new Command.StartReplay("ws_2",
                new ReplayPlan(new Selection.Frames(List.of(3L, 5L)), Timing.ORIGINAL, 0.5, Duration.ofSeconds(2))));
    }

    @Test
    void aWholeConnectionGoesAsFastAsPossibleOneWay() {
        model.choose("ws_1", INTO);
        model.direction().set(Direction.TO_CLIENT);
        model.timing().set(Timing.NONE);
        model.speed().set("does not matter");

        model.start();

        assertThat(started()).isEqualTo(new Command.StartReplay("ws_2", ReplayPlan.of(
                new Selection.Range("ws_1", 0, Long.MAX_VALUE, Direction.TO_CLIENT)).withoutGaps()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"speed | fast | got \"fast\", expected a number such as",
            "speed | 1000 | got 1000.0, expected a number from 0.1 to 100",
            "maxGap | never | got \"never\", expected a duration such as",
            "maxGap | 2 h | got 2h, expected a duration from"})
    void whatCannotBeIsToldAtItsField(String key, String typed, String problem) {
        model.choose(List.of(3L), INTO);
        (key.equals(ReplayModel.SPEED) ? model.speed() : model.gap()).set(typed);

        model.start();

        assertThat(engine.commands).isEmpty();
        assertThat(model.problems().of(key).get()).startsWith(problem);
    }

    @Test
    void withoutAnythingChosenNothingStarts() {
        model.start();
        assertThat(model.problems().of(ReplayModel.TARGET).get()).isEqualTo("Choose a live connection.");

        model.target().set(INTO);
        model.start();
        assertThat(model.problems().of(Problems.GENERAL).get()).isEqualTo("Choose frames or a connection first.");
        assertThat(engine.commands).isEmpty();
    }

    private Command started() {
        return engine.commands.getLast();
    }
}
