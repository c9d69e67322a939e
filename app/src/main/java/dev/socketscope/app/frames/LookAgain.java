package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.live.Live;
import java.time.Duration;
import javafx.scene.Node;

/**
 * Looks again for what a filter finds or a link brings: no state tells of it, and an engine at rest makes few. Soon at first, and less
 * often while nothing comes. JavaFX thread only.
 */
final class LookAgain {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LAST = Duration.ofSeconds(2);

    /**
     * How far it has come.
     *
     * @param pending frames that the filter has not looked at
     * @param end of the rows that are there
     * @param top the row at the top of what is shown
     */
    record Progress(long pending, long end, long top) {}

    private final Live live;
    private final Node place;
    private final Runnable look;
    private Progress last = new Progress(0, 0, 0);
    private Duration wait = FIRST;
    private boolean asked;

    /**
     * @param place nobody looks while it is out of sight
     * @param look calls {@link #later} if there is still something to wait for
     */
    LookAgain(Live live, Node place, Runnable look) {
        this.live = live;
        this.place = place;
        this.look = look;
    }

    void later(Progress now) {
        if (!now.equals(last)) {
            last = now;
            wait = FIRST;
        }
        if (!asked && Sight.isShown(place)) {
            asked = true;
            live.later(wait, this::look);
            wait = wait.compareTo(LAST.dividedBy(2)) > 0 ? LAST : wait.multipliedBy(2);
        }
    }

    private void look() {
        asked = false;
        look.run();
    }
}
