package dev.socketscope.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** Shows every place of the window for some frames, and says when the first of them stood. JavaFX thread only. */
final class Rehearsal extends AnimationTimer {
    /** The frame in which the window has been drawn for the first time is over when the next one begins. */
    private static final int FIRST = 2;
    private static final int FRAMES_A_PLACE = 15;

    private final Wiring wiring;
    private final Deque<Shot> places;
    private final LongSupplier millisSinceStart;
    private final Consumer<String> say;
    private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();
    private int frames;

    Rehearsal(Wiring wiring, List<Shot> places, Consumer<String> say) {
        this.wiring = wiring;
        this.places = new ArrayDeque<>(places);
        this.millisSinceStart = ManagementFactory.getRuntimeMXBean()::getUptime;
        this.say = say;
    }

    CompletableFuture<@Nullable Void> finished() {
        return finished;
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == FIRST) {
            say.accept("first frame after " + millisSinceStart.getAsLong() + " ms");
        }
        if (frames % FRAMES_A_PLACE == 0) {
            next();
        }
    }

    private void next() {
        Shot place = places.poll();
        if (place == null) {
            stop();
            finished.complete(null);
            return;
        }
        wiring.appearance().theme().set(place.theme());
        wiring.show(place.panel(), place.tab());
        wiring.chooseTelling();
    }
}
