package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class MainWindowTest extends FakeFlow {
    MainWindowTest() {
        super(FakeEngine.busy(1).run());
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @Test
    void everyConnectionHasARowAndTheStatusBarCountsTheLiveOnes(FxRobot robot) {
        TableView<?> table = robot.lookup("#connection-table").queryTableView();

        await().untilAsserted(() -> assertThat(table.getItems()).hasSize(9));
        await().until(() -> robot.lookup("#status-active .figure-number").<Labeled>query().getText().equals("7"));
    }

    @Test
    void aWrongSearchIsExplainedUnderTheBoxAndEscapeClearsIt(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F).write("path:(");

        await().until(() -> robot.lookup(".mistake").query().isVisible());
        assertThat(robot.lookup(".mistake-message").<Labeled>query().getText()).isEqualTo("Expected a word, not (");

        robot.push(KeyCode.ESCAPE);
        await().until(() -> !robot.lookup(".mistake").query().isVisible());
    }
}
