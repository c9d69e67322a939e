package dev.socketscope.app;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Engine;
import java.time.Duration;
import org.testfx.api.FxRobot;

/** A scenario's run that a person pauses. */
final class PausedRun {
    private static final String STATE = "#scenario-state .label";

    private PausedRun() {}

    /** Pauses the run, while one fault is armed, and makes sure that neither its clock nor the fault goes on. */
    static void stands(FxRobot robot, Engine engine, Duration patience) {
        // The engine may have begun before the window shows that it has.
        await().atMost(patience).until(() -> robot.lookup("#scenario-pause").query().isVisible());
        robot.clickOn("#scenario-pause");
        await().atMost(patience).until(() -> RealFlow.text(robot, STATE).contains("paused at"));
        String stands = RealFlow.text(robot, STATE);
        await().during(Duration.ofMillis(600))
                .atMost(patience)
                .until(() -> RealFlow.text(robot, STATE).equals(stands) && engine.faults().size() == 1);
    }
}
