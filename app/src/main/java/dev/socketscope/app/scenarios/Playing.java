package dev.socketscope.app.scenarios;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.scenario.HandPace;
import dev.socketscope.engine.scenario.Player;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a scenario, on a thread of its own. Any thread. */
final class Playing {
    /** Of what is told while it is played; what was told first goes. */
    static final int MOST_LINES = 2_000;

    private final Scenario scenario;
    private final HandPace pace = new HandPace();
    private final Player player;
    private final Runnable news;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Report> report = new CompletableFuture<>();
    private long dropped;
    private volatile boolean stopping;

    /**
     * @param metrics as a {@link Player} takes it
     * @param news is told from any thread that there is something new
     */
    Playing(Scenario scenario, Engine engine, Supplier<String> metrics, Runnable news) {
        this.scenario = scenario;
        this.news = news;
        player = new Player(engine, metrics, pace, this::say);
    }

    /** @param patience how long to wait for the first connection */
    void start(Duration patience) {
        Thread.ofVirtual().name("scenario").start(() -> {
            try {
                report.complete(player.play(scenario, patience));
            } catch (InterruptedException | RuntimeException e) {
                report.completeExceptionally(e);
            }
            news.run();
        });
    }

    Scenario scenario() {
        return scenario;
    }

    /** Where the clock of the steps stands; null while the first connection is waited for. */
    @Nullable
    Duration clock() {
        return player.clock();
    }

    boolean paused() {
        return pace.paused();
    }

    boolean stopping() {
        return stopping;
    }

    void pause() {
        pace.pause();
    }

    void goOn() {
        pace.goOn();
    }

    /** What has been armed is disarmed soon after. */
    void stop() {
        stopping = true;
        pace.stop();
    }

    /** Waits until it has cleared up; not for ever. */
    void awaitEnd(Duration most) {
        try {
            report.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // It has told why in its report, or it is waiting for an engine that does not answer.
        }
    }

    boolean over() {
        return report.isDone();
    }

    /** What it came to; null while it is played, and when it failed. */
    @Nullable
    Report report() {
        return report.isDone() && !report.isCompletedExceptionally() ? report.join() : null;
    }

    /** Why there is no report; empty when there is one or may be. */
    String failure() {
        return report.isCompletedExceptionally() ? String.valueOf(report.exceptionNow()) : "";
    }

    /** How many lines there have been. */
    synchronized long told() {
        return dropped + lines.size();
    }

    /** What has been told, the oldest of what is left first. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many lines are not there any more. */
    synchronized long dropped() {
        return dropped;
    }

    private void say(String line) {
        synchronized (this) {
            if (lines.size() == MOST_LINES) {
                lines.removeFirst();
                dropped++;
            }
            lines.add(line);
        }
        news.run();
    }
}
