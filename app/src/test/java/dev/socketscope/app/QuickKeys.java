package dev.socketscope.app;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Keys as fast as the window takes them, for whoever presses hundreds: TestFX waits a tenth of a second after each. */
final class QuickKeys {
    private static final long PATIENCE = 20_000;

    private QuickKeys() {}

    /** Presses and releases one key after the other, with all of them down in between; who has the focus then. */
    static Node push(Scene scene, KeyCode... keys) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return scene.getFocusOwner();
        });
    }

    /** Types letters, digits and spaces where the focus is, and waits once until the window has made something of them. */
    static void write(FxRobot robot, String text) {
        Scene scene = robot.lookup(".main").query().getScene();
        for (char letter : text.toCharArray()) {
            String typed = String.valueOf(letter);
            KeyCode code = letter == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(typed.toUpperCase(Locale.ROOT));
            robot.robotContext().getBaseRobot().typeKeyboard(scene, code, typed);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
