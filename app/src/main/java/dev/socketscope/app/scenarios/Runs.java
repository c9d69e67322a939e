package dev.socketscope.app.scenarios;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.scenario.Scenario;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is played now, and what was played before. One at a time: two would disturb the same connections and be judged by each other's
 * faults. JavaFX thread only; needs no toolkit, because whoever shows it asks it to {@link #look}.
 */
final class Runs {
    /** Runs that have ended; older ones are forgotten. */
    static final int MOST = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    /** What happens to a scenario that is played. */
    enum State {
        IDLE, WAITING, RUNNING, PAUSED, STOPPING
    }

    private final Engine engine;
    private final Supplier<String> metrics;
    private final Runnable wake;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Playing> now = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Duration> clock = new ReadOnlyObjectWrapper<>(null);
    private final ObservableList<Playing> past = FXCollections.observableArrayList();

    /** @param wake makes somebody call {@link #look}; from any thread */
    Runs(Engine engine, Supplier<String> metrics, Runnable wake) {
        this.engine = engine;
        this.metrics = metrics;
        this.wake = wake;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What is played, or what was played last; null before that. */
    ReadOnlyObjectProperty<@Nullable Playing> now() {
        return now.getReadOnlyProperty();
    }

    /** Where the clock of the steps stands; null while none is running. */
    ReadOnlyObjectProperty<@Nullable Duration> clock() {
        return clock.getReadOnlyProperty();
    }

    /** Those that have ended, the newest first. */
    ObservableList<Playing> past() {
        return past;
    }

    void play(Scenario scenario) {
        if (state.get() == State.IDLE) {
            Playing playing = new Playing(scenario, engine, metrics, wake);
            now.set(playing);
            playing.start(PATIENCE);
            look();
        }
    }

    /** Holds the clock of the steps, or lets it go on. */
    void pause() {
        Playing playing = now.get();
        if (playing != null && state.get() != State.IDLE) {
            if (playing.paused()) {
                playing.goOn();
            } else {
                playing.pause();
            }
            look();
        }
    }

    void stop() {
        Playing playing = now.get();
        if (playing != null && state.get() != State.IDLE) {
            playing.stop();
            look();
        }
    }

    /** Takes over what has happened; whether anything is under way. */
    boolean look() {
        Playing playing = now.get();
        State is = playing == null ? State.IDLE : state(playing);
        clock.set(playing == null || is == State.IDLE ? null : playing.clock());
        boolean ended = is == State.IDLE && state.get() != State.IDLE;
        state.set(is);
        if (ended && playing != null) {
            past.addFirst(playing);
            if (past.size() > MOST) {
                past.removeLast();
            }
        }
        return is != State.IDLE;
    }

    /** Ends what is played and waits until it has disarmed what it has armed, for a few seconds at most. */
    void close() {
        Playing playing = now.get();
        if (playing != null && !playing.over()) {
            playing.stop();
            playing.awaitEnd(FAREWELL);
        }
    }

    private static State state(Playing playing) {
        return playing.over() ? State.IDLE
                : playing.stopping() ? State.STOPPING
                        : playing.paused() ? State.PAUSED : playing.clock() == null ? State.WAITING : State.RUNNING;
    }
}
