package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Several connections through a real engine, put together and acted upon as one. */
class ConnectionGroupsFlowTest extends RealFlow {
    private final EchoClient other = tunnel.echo();

    @Start
    void start(Stage stage) {
        show(stage, "connections");
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    @Test
    void aGroupIsFoldedAndThatIsRemembered(FxRobot robot) throws Exception {
        groupBoth(robot);

        robot.clickOn(button(robot, "Fold /echo"));

        await().until(() -> lines(robot) == 1);
        assertThat(memory.text("connections.group")).contains("path");
        assertThat(memory.text("connections.group.folded")).contains("/echo");
        robot.clickOn(button(robot, "Unfold /echo"));
        await().until(() -> lines(robot) == 3);
    }

    @Test
    void twoThatAreChosenTogetherAreBothCut(FxRobot robot) throws Exception {
        groupBoth(robot);

        robot.clickOn("#connection-table").push(KeyCode.CONTROL, KeyCode.END).push(KeyCode.SHIFT, KeyCode.UP);
        await().until(() -> text(robot, "#story").startsWith("2 live · 0 sent"));
        robot.push(KeyCode.DELETE).clickOn("#cut-now");

        for (EchoClient each : List.of(client, other)) {
            assertThat(each.ended.get(10, TimeUnit.SECONDS)).startsWith("1000");
        }
        await().until(() -> text(robot, "#part-closed").equals("Closed 2"));
        await().until(() -> text(robot, "#story").startsWith("2 closed"));
    }

    private void groupBoth(FxRobot robot) throws InterruptedException {
        client.connectNow();
        other.connectNow();
        await().until(() -> lines(robot) == 2);
        robot.clickOn("#connection-group").clickOn("#group-path");
        await().until(() -> lines(robot) == 3);
    }

    private static Node button(FxRobot robot, String words) {
        return robot.lookup("#connection-table .group-fold")
                .match(button -> words.equals(button.getAccessibleText()) && button.getParent().isVisible())
                .query();
    }

    private static int lines(FxRobot robot) {
        return ((TableView<?>) robot.lookup("#connection-table").queryTableView()).getItems().size();
    }
}
