package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private final FakeEngine engine = FakeEngine.busy(1).run();
    private final WindowUnderTest window = new WindowUnderTest(engine, Memory.forgetful());

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @AfterEach
    void close() {
        window.close();
        engine.close();
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
