package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.BreakpointStatus;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From the panel's fields to messages that wait in a real engine. */
@ExtendWith(ApplicationExtension.class)
class ComposerFlowTest {
    private final RealTunnel tunnel = new RealTunnel();
    private final Memory memory = Memory.forgetful();
    private final WindowUnderTest window = new WindowUnderTest(tunnel.engine, memory);
    private final EchoClient client = tunnel.echo();

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "composer");
        window.show(stage);
    }

    @AfterEach
    void close() {
        client.close();
        window.close();
        tunnel.close();
    }

    @Test
    void aBreakpointHoldsWhatItSelectsUntilItIsCleared(FxRobot robot) throws Exception {
        client.connectNow();
        robot.clickOn("#breakpoint-text").write("wait");
        robot.clickOn("#breakpoint-set");
        TableView<BreakpointStatus> table = robot.lookup("#breakpoint-table").queryTableView();
        await().until(() -> table.getItems().size() == 1);

        client.roundTrip("passes");
        client.send("wait for me");
        await().until(() -> table.getItems().getFirst().holding() == 1);
        assertThat(client.heard()).isEmpty();

        robot.clickOn("#breakpoint-table .row-button");

        client.awaitWord("wait for me");
        await().until(() -> table.getItems().isEmpty());
    }

    @Test
    void allAreClearedAndSetAgain(FxRobot robot) {
        robot.clickOn("#breakpoint-set");
        await().until(() -> tunnel.engine.breakpoints().size() == 1);
        robot.clickOn("#breakpoint-label").write("second").clickOn("#breakpoint-set");
        await().until(() -> robot.lookup("#breakpoint-table").queryTableView().getItems().size() == 2);

        robot.clickOn("#breakpoints-clear");
        await().until(() -> tunnel.engine.breakpoints().isEmpty());
        robot.clickOn("#breakpoints-again");

        await().until(() -> tunnel.engine.breakpoints().size() == 2);
        assertThat(tunnel.engine.breakpoints().getLast().breakpoint().label()).isEqualTo("second");
    }

    @Test
    void whatCannotBeIsToldAtItsFieldAndNothingIsSet(FxRobot robot) {
        robot.interact(() -> robot.lookup("#breakpoint-hold").queryTextInputControl().setText("2 h"));

        robot.clickOn("#breakpoint-set");

        await().until(() -> robot.lookup("#breakpoint-hold-problem")
                .<Labeled>query()
                .getText()
                .startsWith("got 2h, expected a duration from 100ms to 1h"));
        assertThat(tunnel.engine.breakpoints()).isEmpty();
    }
}
