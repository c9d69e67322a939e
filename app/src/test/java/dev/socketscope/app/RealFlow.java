package dev.socketscope.app;

import dev.socketscope.app.actions.Actions;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.export.TrafficExport;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The window over a real engine, with a client of its echo on the other side. TestFX looks for the start only in the test itself. */
@ExtendWith(ApplicationExtension.class)
abstract class RealFlow {
    final RealTunnel tunnel = new RealTunnel();
    final Memory memory = Memory.forgetful();
    /** Not connected yet. */
    final EchoClient client = tunnel.echo();
    private final WindowUnderTest window = new WindowUnderTest(tunnel.engine, memory);

    /** To be called at the start, on the JavaFX thread. */
    final void show(Stage stage, String panel) {
        memory.put("shell.panel", panel);
        window.show(stage);
    }

    /** Everything that the window can do by name or by key. */
    final Actions actions() {
        return window.wiring().actions();
    }

    /** Saves what is captured, to files that a test can choose. */
    final TrafficExport export() {
        return window.wiring().export();
    }

    @AfterEach
    final void close() {
        client.close();
        window.close();
        tunnel.close();
    }

    /** The headless platform gives the focus to the word that something was done, which a desktop does not. */
    static void undo(FxRobot robot) {
        back(robot);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
    }

    /** From the word that something was done, or was not, to the window. */
    static void back(FxRobot robot) {
        robot.interact(() -> robot.lookup(".main").query().getScene().getWindow().requestFocus());
    }

    static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }
}
