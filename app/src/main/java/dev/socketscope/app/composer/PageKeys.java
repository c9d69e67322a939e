package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Sight;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Keys that work while a page is in sight, wherever in the window the focus is. */
final class PageKeys {
    private PageKeys() {}

    /** @param actions what a key does; null for nothing */
    static void listen(Node page, Function<KeyEvent, @Nullable Runnable> actions) {
        page.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                    Runnable action = Sight.isShown(page) ? actions.apply(event) : null;
                    if (action != null) {
                        action.run();
                        event.consume();
                    }
                });
            }
        });
    }
}
