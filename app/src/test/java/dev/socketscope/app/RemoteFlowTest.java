package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.TransportFault.Latency;
import dev.socketscope.engine.scenario.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What changes traffic, from the window of one process through a real control port to the sockets of another engine. */
@ExtendWith(ApplicationExtension.class)
class RemoteFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    @TempDir
    static Path folder;

    private final RealTunnel tunnel = new RealTunnel();
    private final Attached attached = new Attached(tunnel.engine);
    private final WindowUnderTest window = new WindowUnderTest(attached.engine, Memory.forgetful(),
            new ScenarioPlace(() -> "", folder));
    private final EchoClient client = tunnel.echo();

    @Start
    void start(Stage stage) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                steps:
                  - {at: 500ms, arm: {type: latency, delay: 100ms, duration: 20s}}
                  - {at: 3s, cut: {mode: close, code: 1012}}
                expect:
                  - closes-with: 1012
                  - closes-with: 1001
                """);
        window.show(stage);
    }

    @BeforeEach
    void connect() throws InterruptedException {
        client.connectNow();
    }

    @AfterEach
    void close() {
        window.close();
        client.close();
        attached.close();
        tunnel.close();
    }

    @Test
    void aScenarioIsPausedGoesOnAndIsJudged(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
        robot.clickOn("mine");
        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-name").equals("mine"));
        robot.clickOn("#scenario-run");
        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().size() == 1);

        PausedRun.stands(robot, tunnel.engine, PATIENCE);
        robot.clickOn("#scenario-pause");

        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-outcome .label").equals("Failed"));
        assertThat(client.ended.get()).startsWith("1012");
        TableView<Verdict> verdicts = robot.lookup("#results-verdicts").queryTableView();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(verdicts.getItems()).extracting(Verdict::passed)
                        .containsExactly(true, false));
        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().isEmpty());
    }

    @Test
    void aScenarioOfTheProgramIsStoppedAndTakesItsFaultsBack(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
        robot.clickOn("slow-3g");
        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-name").equals("slow-3g"));
        robot.clickOn("#scenario-run");
        await().atMost(PATIENCE).until(() -> !tunnel.engine.faults().isEmpty());

        robot.clickOn("#scenario-stop");

        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-outcome .label").equals("Stopped"));
        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().isEmpty());
    }

    @Test
    void aFaultIsArmedChangedAndDisarmed(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        robot.clickOn("#fault-latency-switch");
        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().size() == 1);
        Duration before = delay();
        assertThat(client.roundTrip("slow")).isGreaterThan(before);

        robot.clickOn("#fault-latency-delay-slider").push(KeyCode.RIGHT);
        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().size() == 1 && !delay().equals(before));
        robot.clickOn("#fault-latency-switch");

        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().isEmpty());
    }

    @Test
    void aMessageIsHeldAndEdited(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
        robot.clickOn("#breakpoint-text").write("wait");
        robot.clickOn("#breakpoint-set");
        await().atMost(PATIENCE).until(() -> tunnel.engine.breakpoints().size() == 1);
        client.send("wait for me");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#held-area").queryTextInputControl().getText().equals("wait for me"));

        robot.interact(() -> robot.lookup("#held-area").queryTextInputControl().setText("edited"));
        robot.clickOn("#held-edited");

        client.awaitWord("edited");
    }

    private Duration delay() {
        return ((Latency) tunnel.engine.faults().getFirst().armed().fault().spec()).delay();
    }
}
