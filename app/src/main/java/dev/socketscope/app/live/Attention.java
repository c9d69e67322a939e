package dev.socketscope.app.live;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/** Whether somebody is at the window, as pointer and keys tell. On the JavaFX thread, but for what says otherwise. */
final class Attention {
    /** After the last sign of somebody. */
    private static final long LASTS_NANOS = 60_000_000_000L;

    private final LongSupplier nanos;
    private final Runnable back;
    private final Set<Scene> watched = Collections.newSetFromMap(new WeakHashMap<>());
    private volatile long last;

    /**
     * @param nanos a clock that never goes back, read by whoever asks
     * @param back called when somebody is there again after a time without
     */
    Attention(LongSupplier nanos, Runnable back) {
        this.nanos = nanos;
        this.back = back;
        this.last = nanos.getAsLong();
    }

    /** Watches the window that a node stands in, whichever that will be. */
    void watch(Node place) {
        place.sceneProperty().subscribe(scene -> {
            if (scene != null && watched.add(scene)) {
                scene.addEventFilter(InputEvent.ANY, event -> seen());
            }
        });
    }

    /** Whether anybody did anything within the last minute. From any thread. */
    boolean lasts() {
        return nanos.getAsLong() - last < LASTS_NANOS;
    }

    private void seen() {
        boolean returned = !lasts();
        last = nanos.getAsLong();
        if (returned) {
            back.run();
        }
    }
}
