package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.scenario.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From the timeline of a scenario to what a real engine does with it, and back to the verdicts. */
@ExtendWith(ApplicationExtension.class)
class ScenariosFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir
    static Path folder;

    private final RealTunnel tunnel = new RealTunnel();
    private final Memory memory = Memory.forgetful();
    private final WindowUnderTest window = new WindowUnderTest(tunnel.engine, memory,
            new ScenarioPlace(() -> "", folder));
    private final EchoClient client = tunnel.echo();

    @Start
    void start(Stage stage) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                about: a hole
                steps:
                  - {at: 1s, arm: {type: black-hole, duration: 20s, label: hole}}
                expect:
                  - no-reload: true
                  - closes-with: 1001
                """);
        memory.put("shell.panel", "scenarios");
        window.show(stage);
    }

    @BeforeEach
    void connect() throws InterruptedException {
        assertThat(client.connectBlocking(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void close() {
        window.close();
        client.close();
        tunnel.close();
    }

    @Test
    void aStepThatWasDraggedIsArmedAtItsNewTimeAndStopDisarmsIt(FxRobot robot) {
        open(robot, "mine");
        Node bar = robot.lookup("#schedule-0").query();

        // A bar of 20 s is so long that a tenth of it is a good two seconds.
        robot.drag("#schedule-0", MouseButton.PRIMARY).moveBy(bar.getLayoutBounds().getWidth() / 10, 0).drop();

        Duration at = at(robot);
        assertThat(at).isBetween(Duration.ofMillis(2_500), Duration.ofMillis(3_500));
        robot.clickOn("#scenario-run");
        await().atMost(PATIENCE).until(() -> !tunnel.engine.faults().isEmpty());
        FaultStatus armed = tunnel.engine.faults().getFirst();
        assertThat(armed.armed().fault().label()).isEqualTo("hole");
        await().atMost(PATIENCE)
                .until(() -> log(robot).getItems().stream().anyMatch(l -> l.contains("armed black-hole")));
        String line = log(robot).getItems()
                .stream()
                .filter(l -> l.contains("armed black-hole"))
                .findFirst()
                .orElseThrow();
        double second = Double.parseDouble(line.strip().split("s ")[0]);
        assertThat(second).isBetween(at.toMillis() / 1_000.0 - 0.1, at.toMillis() / 1_000.0 + 5);

        robot.clickOn("#scenario-stop");

        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().isEmpty());
        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-outcome .label").equals("Stopped"));
    }

    @Test
    void aRunThatEndsBetweenTwoClicksShowsItsResults(FxRobot robot) {
        open(robot, "mine");
        Button run = robot.lookup("#scenario-run").query();
        Button pause = robot.lookup("#scenario-pause").query();
        Button stop = robot.lookup("#scenario-stop").query();
        robot.clickOn(run);

        robot.interact(() -> {
            stop.fire();
            await().pollInSameThread().atMost(PATIENCE).until(() -> {
                pause.fire();
                return run.isVisible();
            });
        });

        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-outcome .label").equals("Stopped"));
    }

    @Test
    void aPauseHoldsTheClockAndKeepsWhatIsArmed(FxRobot robot) {
        open(robot, "mine");
        robot.clickOn("#schedule-0").push(KeyCode.CONTROL, KeyCode.R);
        await().atMost(PATIENCE).until(() -> !tunnel.engine.faults().isEmpty());

        PausedRun.stands(robot, tunnel.engine, PATIENCE);
        robot.clickOn("#scenario-pause");
        await().atMost(PATIENCE).until(() -> !RealFlow.text(robot, "#scenario-state .label").contains("paused"));
        robot.clickOn("#scenario-stop");
        await().atMost(PATIENCE).until(() -> tunnel.engine.faults().isEmpty());
    }

    @Test
    void thePlayHeadStandsOverTheCopyThatIsPlayedAndNotOverItsOriginal(FxRobot robot) {
        choose(robot, 0);
        String shipped = RealFlow.text(robot, "#scenario-name");
        robot.clickOn("#scenario-duplicate");
        assertThat(RealFlow.text(robot, "#scenario-name")).isEqualTo(shipped);
        robot.clickOn("#scenario-run");
        await().atMost(PATIENCE).until(() -> robot.lookup(".schedule-head").query().isVisible());

        choose(robot, 0);

        assertThat(robot.lookup(".schedule-head").query().isVisible()).isFalse();
        robot.clickOn("#scenario-stop");
        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-outcome .label").equals("Stopped"));
    }

    @Test
    void anExpectationThatFailsSaysWhyAndLeadsToTheConnection(FxRobot robot) {
        write(robot, """
                steps:
                  - {at: 100ms, cut: {mode: close, code: 1012}}
                expect:
                  - closes-with: 1001
                  - {metric: a_total, op: "<", value: 1}
                """);
        robot.clickOn("#scenario-run");

        await().atMost(PATIENCE).until(() -> RealFlow.text(robot, "#scenario-outcome .label").equals("Failed"));
        TableView<Verdict> verdicts = robot.lookup("#results-verdicts").queryTableView();
        String id = tunnel.engine.connections().getFirst().id();
        assertThat(verdicts.getItems()).extracting(Verdict::observed)
                .containsExactly(id + " /echo ended with 1012 (engine, close-frame)",
                        "the engine has no such metric, or none can be read of it");

        robot.clickOn("#tab-clients");
        robot.clickOn("#results-clients .hyperlink");

        await().until(() -> robot.lookup("#connection-table").query().isVisible());
        assertThat(RealFlow.text(robot, ".story-line .data")).endsWith(id);
    }

    @Test
    void aMistakeInTheTextIsToldAtItsLineAndTheTimelineWaits(FxRobot robot) {
        write(robot, "steps:\n  - {at: soon, cut: {}}\nexpect:\n  - no-reload: true\n");

        assertThat(RealFlow.text(robot, "#scenario-problems .figures")).isEqualTo("line 2");
        assertThat(robot.lookup("#scenario-problems .label").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                .anyMatch(each -> each.startsWith("steps[0].at: got \"soon\", expected a duration"));
        assertThat(robot.lookup("#scenario-run").query().isDisabled()).isTrue();
        robot.clickOn("#view-timeline");
        assertThat(RealFlow.text(robot, "#scenario-note")).startsWith("The text has a mistake in line 2.");
    }

    @Test
    void keysMoveDeleteAndUndoAndSavingWritesTheFile(FxRobot robot) {
        open(robot, "mine");
        robot.clickOn("#schedule-0");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        assertThat(at(robot)).isGreaterThan(Duration.ofSeconds(1));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(at(robot)).isEqualTo(Duration.ofSeconds(1));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(at(robot)).isGreaterThan(Duration.ofSeconds(1));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(at(robot)).isEqualTo(Duration.ofSeconds(1));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(at(robot)).isGreaterThan(Duration.ofSeconds(1));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(robot.lookup("#schedule-1").tryQuery()).isPresent();
        robot.push(KeyCode.DELETE);
        assertThat(robot.lookup("#schedule-1").tryQuery()).isEmpty();
        robot.clickOn("#schedule-0");
        robot.doubleClickOn("#step-at").push(KeyCode.CONTROL, KeyCode.A).write("2500ms").push(KeyCode.ENTER);
        assertThat(robot.lookup("#scenario-unsaved").query().isVisible()).isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.S);

        assertThat(robot.lookup("#scenario-unsaved").query().isVisible()).isFalse();
        assertThat(folder.resolve("mine.yaml")).content().contains("{at: 2500ms, arm: {type: black-hole, ");
    }

    @Test
    void aFormRefusesWhatTheReaderRefuses(FxRobot robot) {
        open(robot, "mine");
        robot.clickOn("#schedule-0");
        ComboBox<String> type = robot.lookup("#step-arm-type").queryComboBox();
        robot.interact(() -> type.setValue("latency"));
        robot.doubleClickOn("#step-arm-delay").push(KeyCode.CONTROL, KeyCode.A).write("soon").push(KeyCode.ENTER);

        assertThat(RealFlow.text(robot, "#step-problem")).startsWith("arm.delay: got \"soon\", expected a duration");
        robot.clickOn("#view-yaml");
        assertThat(yaml(robot).getText()).contains("type: latency, delay: 200ms");
    }

    private static void open(FxRobot robot, String name) {
        robot.clickOn(name);
        await().until(() -> RealFlow.text(robot, "#scenario-name").equals(name));
    }

    private static void choose(FxRobot robot, int place) {
        robot.interact(() -> robot.lookup("#scenarios").queryListView().getSelectionModel().select(place));
    }

    private static void write(FxRobot robot, String text) {
        open(robot, "mine");
        robot.clickOn("#view-yaml");
        robot.interact(() -> yaml(robot).setText(text));
    }

    /** Where the first step stands, as its form says. */
    private static Duration at(FxRobot robot) {
        String text = robot.lookup("#step-at").queryTextInputControl().getText();
        return text.endsWith("ms") ? Duration.ofMillis(Long.parseLong(text.replace("ms", "")))
                : Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
    }

    private static TextArea yaml(FxRobot robot) {
        return robot.lookup("#scenario-yaml").queryAs(TextArea.class);
    }

    private static ListView<String> log(FxRobot robot) {
        return robot.lookup("#scenario-log").queryListView();
    }
}
