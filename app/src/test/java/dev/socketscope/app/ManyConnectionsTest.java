package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.Connection.State;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class ManyConnectionsTest extends FakeFlow {
    private static final int MANY = 10_000;
    /** Far more than fit into the window. */
    private static final int MOST_ROWS = 80;

    ManyConnectionsTest() {
        super(FakeEngine.busy(1));
    }

    @Start
    void start(Stage stage) {
        IntStream.range(0, MANY)
                .forEach(i -> engine.put(FakeTraffic.connection("ws_many" + i, "/many/" + i % 5, null, i, State.OPEN)));
        window.show(stage);
    }

    @Test
    void onlyWhatIsSeenHasARow(FxRobot robot) {
        TableView<?> table = robot.lookup("#connection-table").queryTableView();
        await().until(() -> table.getItems().size() > MANY);

        robot.clickOn("#connection-group").clickOn("#group-path");
        await().until(() -> !robot.lookup("#connection-table .group-fold").queryAll().isEmpty());

        assertThat(robot.lookup("#connection-table .table-row-cell").queryAll()).hasSizeLessThan(MOST_ROWS);
    }
}
