package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.recording.Recorder;
import dev.socketscope.engine.recording.Recording;
import dev.socketscope.engine.relay.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window over a recording of real traffic: whoever goes back in it sees what was there then. */
@ExtendWith(ApplicationExtension.class)
class PlaybackFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    @TempDir
    static Path folder;

    private final Recording recording = recorded();
    private final WindowUnderTest window = new WindowUnderTest(recording, memory());

    private static Memory memory() {
        Memory memory = Memory.forgetful();
        memory.put("shell.panel", "connections");
        return memory;
    }

    /** A connection comes, speaks, and goes; another one comes after it. */
    private static Recording recorded() {
        Path file = folder.resolve("flow-" + System.nanoTime() + ".sockets");
        RealTunnel tunnel = new RealTunnel();
        try (Recorder recorder = Recorder.start(tunnel.engine, ((LocalEngine) tunnel.engine).captured(), file,
                Recorder.Bounds.DEFAULT)) {
            for (int i = 0; i < 2; i++) {
                EchoClient client = tunnel.echo();
                client.connectNow();
                client.roundTrip("number " + i);
                client.close();
                int ended = i + 1;
                await().atMost(PATIENCE)
                        .until(() -> tunnel.engine.connections().stream().filter(c -> !c.live()).count() == ended);
            }
            long all = tunnel.engine.counters().framesCaptured();
            await().atMost(PATIENCE).until(() -> recorder.status().frames() >= all);
            tunnel.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        try {
            return Recording.open(file);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        recording.close();
    }

    @Test
    void whatIsShownFollowsTheMomentThereAndBack(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> rows(robot) == 2);

        focusSlider(robot);
        robot.push(KeyCode.HOME);
        await().atMost(PATIENCE).until(() -> rows(robot) == 0);
        assertThat(time(robot)).startsWith("0:00.0 / ");

        // The first mark is the opening of the first connection.
        robot.push(KeyCode.RIGHT);
        await().atMost(PATIENCE).until(() -> rows(robot) == 1);
        assertThat(window.wiring().live().shown().get().counters().activeConnections()).isEqualTo(1);

        robot.push(KeyCode.END);
        await().atMost(PATIENCE).until(() -> rows(robot) == 2);
        assertThat(window.wiring().live().shown().get().counters().activeConnections()).isZero();
    }

    @Test
    void itPlaysFromTheBeginningToTheEnd(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> rows(robot) == 2);
        robot.interact(() -> robot.lookup("#playback-speed").<ComboBox<Integer>>query().setValue(50));

        focusSlider(robot);
        robot.push(KeyCode.SPACE);

        assertThat(recording.moment()).isBeforeOrEqualTo(recording.end());
        await().atMost(PATIENCE).until(() -> rows(robot) == 2 && recording.moment().equals(recording.end()));
        assertThat(robot.lookup("#playback-play").query().getAccessibleText()).startsWith("Play the recording");
    }

    @Test
    void thePaletteGoesThereToo(FxRobot robot) {
        robot.interact(() -> window.wiring().actions().of("playback.begin").ifPresent(Action::run));
        await().atMost(PATIENCE).until(() -> recording.moment().equals(recording.begin()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        await().atMost(PATIENCE).until(() -> recording.moment().isAfter(recording.begin()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
        await().atMost(PATIENCE).until(() -> recording.moment().equals(recording.begin()));

        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        await().atMost(PATIENCE).until(() -> recording.moment().equals(recording.end()));
    }

    @Test
    void theSmallestWindowHasRoomForEveryPlaceBelowTheBar(FxRobot robot) {
        Scene scene = window.wiring().scene();
        robot.interact(() -> {
            scene.getWindow().setWidth(1_100);
            scene.getWindow().setHeight(700);
        });
        for (Shot shot : Shot.places()) {
            robot.interact(() -> {
                window.wiring().show(shot.panel(), shot.tab());
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            assertThat(edges(scene.lookup(".top-bar")).getMinY()).as("%s: top", shot.name()).isZero();
            assertThat(edges(scene.lookup(".status-bar")).getMaxY()).as("%s: bottom", shot.name())
                    .isLessThanOrEqualTo(scene.getHeight());
        }
    }

    private static Bounds edges(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void focusSlider(FxRobot robot) {
        robot.interact(() -> robot.lookup("#playback-slider").query().requestFocus());
    }

    private int rows(FxRobot robot) {
        return window.wiring().live().shown().get().connections().size();
    }

    private static String time(FxRobot robot) {
        return robot.lookup("#playback-time").<Labeled>query().getText();
    }
}
