package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.conversation.ConversationTab;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A captured conversation is held again from the window, with a real server and as a real one. */
@ExtendWith(ApplicationExtension.class)
class ConversationFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RealTunnel tunnel = new RealTunnel();
    private final WindowUnderTest window = new WindowUnderTest(tunnel.engine, memory());

    private static Memory memory() {
        Memory memory = Memory.forgetful();
        memory.put("shell.panel", "connections");
        memory.put("connections.tab", ConversationTab.ID);
        return memory;
    }

    @BeforeEach
    void talk() throws Exception {
        EchoClient client = tunnel.echo();
        client.connectNow();
        client.roundTrip("{\"n\":1}");
        client.roundTrip("{\"n\":2}");
        client.close();
        await().atMost(PATIENCE).until(() -> tunnel.engine.connections().stream().anyMatch(c -> !c.live()));
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        tunnel.close();
    }

    @Test
    void theSameServerSaysTheSame(FxRobot robot) {
        open(robot);
        assertThat(robot.lookup("#again-to").queryAs(TextField.class).getText()).as("suggested").startsWith("ws://");

        press(robot, "#again-start");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text(robot, "#again-verdict .label")).isEqualTo("The same"));
        assertThat(text(robot, "#again-words")).isEqualTo("Said 2 of 2 messages. Then the server said 2, now 2.");
        assertThat(tunnel.engine.connections()).as("held beside the engine").hasSize(1);
    }

    @Test
    void aMockOfTheServerTellsWhatAClientSaysOtherwise(FxRobot robot) throws Exception {
        open(robot);
        press(robot, "#again-server");
        press(robot, "#again-start");
        await().atMost(PATIENCE).until(() -> text(robot, "#again-words").startsWith("Waiting for a client at ws://"));
        String url = text(robot, "#again-words").replaceAll(".* ", "");

        EchoClient client = new EchoClient(URI.create(url));
        client.connectNow();
        client.roundTrip("{\"n\":1}");
        client.send("{\"n\":3}");
        client.awaitWord("{\"n\":2}");
        client.close();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text(robot, "#again-verdict .label")).isEqualTo("1 difference"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cells(robot)).containsExactly("Changed #2 $.n: 2 → 3"));
        press(robot, "#again-stop");
        await().atMost(PATIENCE).until(() -> !robot.lookup("#again-start").query().isDisabled());
    }

    @Test
    void whatCannotBeIsToldAtItsField(FxRobot robot) {
        open(robot);
        robot.interact(() -> {
            robot.lookup("#again-to").queryAs(TextField.class).setText("127.0.0.1:1");
            robot.lookup("#again-ignore").queryAs(TextField.class).setText("id");
        });
        press(robot, "#again-start");
        assertThat(text(robot, "#again-to-problem")).contains("ws://127.0.0.1:3000");
        robot.interact(() -> robot.lookup("#again-to").queryAs(TextField.class).setText("ws://127.0.0.1:1"));
        press(robot, "#again-start");
        assertThat(text(robot, "#again-ignore-problem")).contains("$.users[*].seen");
        robot.interact(() -> robot.lookup("#again-ignore").queryAs(TextField.class).setText(""));
        press(robot, "#again-start");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text(robot, "#again-problem")).contains("ws://127.0.0.1:1",
                        "cannot be reached"));
    }

    private void open(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> !table(robot).getItems().isEmpty());
        robot.interact(() -> {
            table(robot).getSelectionModel().select(0);
            window.wiring().actions().of("connections.hold-again").ifPresent(Action::run);
        });
        await().atMost(PATIENCE).until(() -> robot.lookup("#again-start").tryQuery().isPresent());
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#connection-table").queryAs(TableView.class);
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private static String text(FxRobot robot, String node) {
        return robot.lookup(node).queryAs(Labeled.class).getText();
    }

    private static List<String> cells(FxRobot robot) {
        ListView<?> list = robot.lookup("#again-differences").queryAs(ListView.class);
        return list.lookupAll(".difference")
                .stream()
                .map(javafx.scene.Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }
}
