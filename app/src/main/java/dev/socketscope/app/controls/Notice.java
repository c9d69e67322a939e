package dev.socketscope.app.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.controlsfx.control.Notifications;

/** A short word in the corner of the window that something was done or was not; it goes away by itself. */
public final class Notice {
    private Notice() {}

    /** @param owner stands in the window that gets the word; nothing is shown when it is in none */
    public static void show(Node owner, String title, String text) {
        show(owner, title, text, () -> {});
    }

    /** @param clicked what a click on the word does */
    public static void show(Node owner, String title, String text, Runnable clicked) {
        Scene scene = owner.getScene();
        if (scene != null) {
            Notifications.create()
                    .owner(scene.getWindow())
                    .position(Pos.BOTTOM_RIGHT)
                    .title(title)
                    .text(text)
                    .onAction(e -> clicked.run())
                    .show();
        }
    }
}
