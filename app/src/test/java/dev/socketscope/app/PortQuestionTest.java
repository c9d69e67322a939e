package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.cli.CannotListenException;
import dev.socketscope.engine.cli.EngineStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What somebody sees who starts the program a second time from a menu. */
@ExtendWith(ApplicationExtension.class)
class PortQuestionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private final ServerSocket taken = takenPort();

    private static ServerSocket takenPort() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void free() throws IOException {
        taken.close();
    }

    private CannotListenException trouble() throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());
        try {
            EngineStart.start(new EngineConfig(address, EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT,
                    List.of(Route.toEverything("http://127.0.0.1:9")))).engine().close();
            throw new AssertionError("the port was not taken");
        } catch (CannotListenException e) {
            return e;
        }
    }

    private static CompletableFuture<Boolean> ask(CannotListenException trouble, boolean another) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(new PortQuestion(trouble, another, Memory.forgetful()).takesAnother()));
        return answer;
    }

    private static void press(FxRobot robot, String button) {
        await().atMost(PATIENCE).until(() -> robot.lookup(button).tryQuery().isPresent());
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    @Test
    void theReasonIsToldAndAFreePortCanBeTaken(FxRobot robot) throws Exception {
        CompletableFuture<Boolean> answer = ask(trouble(), true);
        await().atMost(PATIENCE).until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        DialogPane pane = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        assertThat(pane.getHeaderText()).isEqualTo("Cannot listen on 127.0.0.1:" + taken.getLocalPort());
        assertThat(pane.getContentText()).startsWith("Address already in use. Another Socketscope");

        press(robot, "#port-another");

        assertThat(answer.get()).isTrue();
    }

    @Test
    void whoQuitsGetsNoOtherPort(FxRobot robot) throws Exception {
        CompletableFuture<Boolean> answer = ask(trouble(), true);
        press(robot, "#port-quit");
        assertThat(answer.get()).isFalse();
    }

    @Test
    void whereAFreePortWouldNotHelpNoneIsOffered(FxRobot robot) throws Exception {
        CompletableFuture<Boolean> answer = ask(trouble(), false);
        await().atMost(PATIENCE).until(() -> robot.lookup("#port-quit").tryQuery().isPresent());
        assertThat(robot.lookup("#port-another").tryQuery()).isEmpty();
        press(robot, "#port-quit");
        assertThat(answer.get()).isFalse();
    }
}
