package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is filtered and hidden comes back by the key that undoes. */
class UndoFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        show(stage, "frames");
    }

    @Test
    void aSearchThatIsClearedComesBackFromTheBoxAndFromElsewhere(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F).write("path:echo").push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        assertThat(typed(robot)).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(typed(robot)).as("in the box").isEqualTo("path:echo");

        robot.push(KeyCode.ESCAPE);
        assertThat(typed(robot)).isEmpty();
        robot.interact(() -> robot.lookup("#frames-hide").query().requestFocus());
        undo(robot);
        await().untilAsserted(() -> assertThat(typed(robot)).as("from elsewhere").isEqualTo("path:echo"));

        robot.interact(() -> actions().of("search.clear").orElseThrow().run());
        assertThat(typed(robot)).isEmpty();
        undo(robot);
        await().untilAsserted(() -> assertThat(typed(robot)).as("after a button").isEqualTo("path:echo"));
    }

    @Test
    void theRuleForHeartbeatsComesBackWhenAnotherHasTakenItsPlace(FxRobot robot) {
        String before = memory.text("frames.heartbeats.rule").orElseThrow();
        MenuButton hide = robot.lookup("#frames-hide").query();
        robot.interact(() -> hide.getItems()
                .stream()
                .filter(item -> "frames-heartbeat-rule".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("op:ping").push(KeyCode.ENTER);
        assertThat(memory.text("frames.heartbeats.rule")).contains("op:ping");

        undo(robot);

        assertThat(memory.text("frames.heartbeats.rule")).contains(before);
    }

    private static String typed(FxRobot robot) {
        return robot.lookup(".search").<TextField>query().getText();
    }
}
