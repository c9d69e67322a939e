package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.RttChart;
import dev.socketscope.engine.metrics.PrometheusText.Format;
import dev.socketscope.engine.relay.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Metrics of a real engine that carries messages. */
@ExtendWith(ApplicationExtension.class)
class MetricsFlowTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RealTunnel tunnel = new RealTunnel();
    private final Memory memory = Memory.forgetful();
    private final WindowUnderTest window = new WindowUnderTest(tunnel.engine, memory,
            new ScenarioPlace(() -> ((LocalEngine) tunnel.engine).metrics(Format.TEXT),
                    Path.of("target", "no-scenarios")));
    private final EchoClient client = tunnel.echo();

    @Start
    void start(Stage stage) {
        Fonts.load();
        memory.put("shell.panel", "metrics");
        window.show(stage);
    }

    @AfterEach
    void close() {
        client.close();
        window.close();
        tunnel.close();
    }

    private static RttChart chart(FxRobot robot) {
        return robot.lookup("#metrics-chart").query();
    }

    private static void choose(FxRobot robot, String name) {
        robot.clickOn("#metrics-search").push(KeyCode.CONTROL, KeyCode.A).write(name);
        await().atMost(LIMIT)
                .until(() -> name.equals(robot.lookup("#metrics-name").<Labeled>query().getText()));
    }

    @Test
    void messagesAreARateForEachDirectionAndLabelsChooseOne(FxRobot robot) throws InterruptedException {
        client.connectNow();
        choose(robot, "websocket_messages_total");
        await().atMost(LIMIT).until(() -> {
            client.roundTrip("word");
            String table = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> chart(robot).csv());
            return table.lines().anyMatch(line -> line.contains("received") && line.matches(".*,[1-9][0-9.]*"));
        });
        assertThat(chart(robot).series()).extracting(series -> series.name())
                .containsExactly("direction=\"received\"", "direction=\"sent\"");

        ComboBox<String> direction = robot.lookup("#metric-label-direction").queryComboBox();
        robot.interact(() -> direction.setValue("sent"));

        assertThat(chart(robot).series()).extracting(series -> series.name()).containsExactly("direction=\"sent\"");
        robot.clickOn("#metrics-export").clickOn("#chart-export-copy");
        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("series,time,/s").doesNotContain("received");
    }

    @Test
    void aHistogramHasPercentilesAndADistribution(FxRobot robot) throws InterruptedException {
        client.connectNow();
        choose(robot, "socketscope_time_in_proxy_seconds");
        await().atMost(LIMIT).until(() -> {
            client.roundTrip("word");
            return robot.lookup("#metrics-distribution")
                    .lookup(".muted")
                    .queryAllAs(Labeled.class)
                    .stream()
                    .anyMatch(label -> label.getText().matches("[1-9]\\d* values in the time that is shown"));
        });

        assertThat(chart(robot).series()).extracting(series -> series.name())
                .contains("direction=\"sent\" p99", "direction=\"received\" p50");
        assertThat(robot.lookup("#metrics-reading").queryComboBox().getItems()).hasSize(3);
    }

    @Test
    void theListStandsByTopicAndCanBeHeld(FxRobot robot) {
        await().atMost(LIMIT).until(() -> robot.lookup("#metrics-list").<ListView<?>>query().getItems().size() > 20);
        assertThat(robot.lookup("#metrics-state").<Labeled>query().getText()).contains("values every 1 s");

        robot.clickOn("#metrics-search").write("nothing is called so");

        await().until(() -> robot.lookup("#metrics-list").<ListView<?>>query().getItems().isEmpty());
    }
}
