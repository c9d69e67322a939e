package dev.socketscope.app.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.feather.Feather;

/** A short word in the corner of the window that something was done or was not; it goes away by itself. */
public final class Notice {
    private static final Duration LONGER = Duration.seconds(10);

    private Notice() {}

    /** @param owner stands in the window that gets the word; nothing is shown when it is in none */
    public static void show(Node owner, String title, String text) {
        show(owner, title, text, () -> {});
    }

    /** @param clicked what a click on the word does */
    public static void show(Node owner, String title, String text, Runnable clicked) {
        Notifications notice = word(title, text);
        show(owner, notice.onAction(e -> clicked.run()));
    }

    /**
     * Stays a little longer, with a button; a click beside the button only takes the word away.
     *
     * @param offer what the button says
     */
    public static void offer(Node owner, String title, String text, String offer, Runnable action) {
        Notifications notice = word(title, text).hideAfter(LONGER).action(new Action(offer, e -> action.run()));
        show(owner, notice.onAction(e -> {}));
    }

    /** Something that should not wait: it stays longer. @param shown what a click on the word shows */
    public static void alarm(Node owner, String title, String text, Runnable shown) {
        Notifications notice = word(title, text).hideAfter(LONGER)
                .graphic(Icons.of(Feather.ALERT_TRIANGLE, "alarm-icon"));
        show(owner, notice.onAction(e -> shown.run()));
    }

    private static Notifications word(String title, String text) {
        return Notifications.create().position(Pos.BOTTOM_RIGHT).title(title).text(text);
    }

    private static void show(Node owner, Notifications notice) {
        Scene scene = owner.getScene();
        if (scene != null) {
            notice.owner(scene.getWindow()).show();
            Window.getWindows()
                    .stream()
                    .filter(PopupWindow.class::isInstance)
                    .map(Window::getScene)
                    .forEach(Notice::calm);
        }
    }

    /** A pop-up gets the window's keys first, so that a space that somebody types elsewhere would press its button. */
    private static void calm(Scene popup) {
        Node bar = popup.lookup(".notification-bar");
        if (bar != null) {
            keepNoPicture(bar);
            keepNoPicture(popup.lookup(".notification-bar > .pane"));
            popup.getRoot().lookupAll(".button").forEach(button -> button.setFocusTraversable(false));
            popup.getRoot().requestFocus();
            if (popup.getWindow() instanceof PopupWindow window) {
                // Escape takes the word away, and still does what it is pressed for in the window.
                window.setConsumeAutoHidingEvents(false);
            }
        }
    }

    /**
     * A pop-up that is cached while it fades is gone before JavaFX learns that its picture is not needed any more, and JavaFX keeps the
     * picture in its pool, for as long as there is memory.
     */
    private static void keepNoPicture(Node node) {
        node.cacheProperty().subscribe(cached -> {
            if (cached) {
                node.setCache(false);
            }
        });
    }
}
