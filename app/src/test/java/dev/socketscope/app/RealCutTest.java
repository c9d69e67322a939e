package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From a click in the window to what a client on the other side of a real engine sees. */
@ExtendWith(ApplicationExtension.class)
class RealCutTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Sandbox upstream = Sandbox.start(ANY);
    private final Engine engine = LocalEngine.start(new EngineConfig(ANY, EngineConfig.Capture.DEFAULT,
            EngineConfig.Limits.DEFAULT, List.of(Route.toEverything(upstream.uri().toString()))));
    private final WindowUnderTest window = new WindowUnderTest(engine, Memory.forgetful());
    private final Client client = new Client(URI.create("ws://" + engine.info().listen() + "/echo"));

    RealCutTest() throws IOException {}

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @AfterEach
    void close() {
        client.close();
        window.close();
        engine.close();
        upstream.close();
    }

    @Test
    void theClientSeesTheCodeAndTheReasonThatWereTyped(FxRobot robot) throws Exception {
        assertThat(client.connectBlocking(10, TimeUnit.SECONDS)).isTrue();
        client.send("hello");
        await().until(() -> story(robot).contains("1 sent, 1 received"));

        robot.clickOn("Cut…");
        TextField code = robot.lookup("#cut-code .text-field").query();
        robot.doubleClickOn(code).push(KeyCode.CONTROL, KeyCode.A).write("4321");
        robot.clickOn("#cut-reason").write("on purpose");
        robot.clickOn("#cut-now");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).isEqualTo("4321 on purpose");
        await().until(() -> story(robot).startsWith("Closed by the engine with 4321 “on purpose”"));
        await().until(() -> robot.lookup("#part-closed").<Labeled>query().getText().equals("Closed 1"));
    }

    @Test
    void aResetIsSeenAsNoCloseFrame(FxRobot robot) throws Exception {
        assertThat(client.connectBlocking(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> story(robot).startsWith("Open for"));

        robot.clickOn("Cut…").clickOn("#cut-rst").clickOn("#cut-now");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).startsWith("1006");
        await().until(() -> story(robot).startsWith("Closed by the engine"));
    }

    private static String story(FxRobot robot) {
        return robot.lookup("#story").<Labeled>query().getText();
    }

    private static final class Client extends WebSocketClient {
        final CompletableFuture<String> ended = new CompletableFuture<>();

        Client(URI uri) {
            super(uri);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {}

        @Override
        public void onClose(int code, String reason, boolean remote) {
            ended.complete(code + " " + reason);
        }

        @Override
        public void onError(Exception e) {}
    }
}
