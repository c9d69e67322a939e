package dev.socketscope.app.live;

import dev.socketscope.app.controls.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;

/** Where the window tells something in seconds, and when the next one is due. On the JavaFX thread, but for what says otherwise. */
final class Seconds {
    /** Less than a second, so that a sample that comes a little early is not the one before the next second. */
    private static final long TICK_NANOS = 900_000_000;

    /** @param more whether there is more to tell there than the time */
    private record Place(Node node, BooleanSupplier more) {
        boolean inSight() {
            return Sight.isShown(node);
        }
    }

    private final List<Place> places = new ArrayList<>();
    private volatile boolean inSight;
    /** The sampler's thread only. */
    private long told = System.nanoTime();

    void add(Node node, BooleanSupplier more) {
        places.add(new Place(node, more));
    }

    /** Finds out whether anything of the kind is in sight. */
    void look() {
        inSight = places.stream().anyMatch(Place::inSight);
    }

    /** Whether any place that is in sight has more to tell than the time. */
    boolean more() {
        return places.stream().anyMatch(place -> place.inSight() && place.more().getAsBoolean());
    }

    /** Everything is told now. On the sampler's thread. */
    void told(long nanos) {
        told = nanos;
    }

    /** Whether a second has passed that somebody reads; the next one begins. On the sampler's thread. */
    boolean pass(long nanos) {
        if (!inSight || nanos - told < TICK_NANOS) {
            return false;
        }
        told = nanos;
        return true;
    }
}
