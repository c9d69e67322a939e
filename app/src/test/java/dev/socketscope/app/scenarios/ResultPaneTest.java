package dev.socketscope.app.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Runs that have ended, one after the other. */
@ExtendWith(ApplicationExtension.class)
class ResultPaneTest {
    private static final Scenario SCENARIO = new Scenario("s", "", 1, FaultMatch.ANY, null, List.of(),
            List.of(new Expectation.Metric("a_total", Expectation.Comparison.EQUAL, 0)));

    private final FakeEngine engine = FakeEngine.empty();
    private ResultPane pane;

    @Start
    void start(Stage stage) {
        Memory memory = Memory.forgetful();
        pane = new ResultPane(new Runs(engine, () -> "", () -> {}),
                new ResultTables(new Appearance(memory), memory, id -> {}),
                new ReportFiles(name -> null, (a, b) -> {}));
        stage.setScene(new Scene(pane, 900, 400));
        stage.show();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Playing played(Supplier<String> metrics) {
        Playing playing = new Playing(SCENARIO, engine, metrics, () -> {});
        playing.start(Duration.ZERO);
        playing.awaitEnd(Duration.ofSeconds(30));
        return playing;
    }

    @Test
    void aRunWithoutAReportShowsNothingOfTheOneBefore(FxRobot robot) {
        Playing judged = played(() -> "");
        Playing failed = played(() -> {
            throw new IllegalStateException("no metrics");
        });
        robot.interact(() -> pane.show(judged));
        assertThat(robot.lookup("#results-verdicts").queryTableView().getItems()).hasSize(1);

        robot.interact(() -> pane.show(failed));

        assertThat(robot.lookup("#results-verdicts").queryTableView().getItems()).isEmpty();
        assertThat(robot.lookup("#scenario-sums").<Labeled>query().getText()).isEmpty();
        assertThat(robot.lookup("#scenario-problems-of-run").<Labeled>query().getText()).contains("no metrics");
    }
}
