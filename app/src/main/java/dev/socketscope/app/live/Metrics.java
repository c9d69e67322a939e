package dev.socketscope.app.live;

import dev.socketscope.engine.prometheus.MetricsReader;
import dev.socketscope.engine.prometheus.MetricsSource;
import dev.socketscope.engine.prometheus.Scrape;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics of one place, scraped again and again on a thread of their own. The interval and the property are used on the JavaFX thread
 * only.
 */
public final class Metrics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final MetricsSource source;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Attempt> latest = new ReadOnlyObjectWrapper<>(Attempt.NONE);
    private final ScrapePace pace;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("metrics").factory());
    private @Nullable ScheduledFuture<?> running;
    private Duration interval = Duration.ofSeconds(1);

    /**
     * What came of one scrape.
     *
     * @param at when it was asked for
     * @param took until the answer was there and read
     * @param scrape nothing when it failed
     * @param failure why nothing came, one sentence; empty when something did
     */
    public record Attempt(Instant at, Duration took, Scrape scrape, String failure) {
        public static final Attempt NONE = new Attempt(Instant.EPOCH, Duration.ZERO, Scrape.NOTHING, "");
    }

    public Metrics(MetricsSource source, Clock clock) {
        this(source, clock, () -> false);
    }

    /** @param rests whether nothing happens in the place, so that every other scrape can be left out while nobody looks; asked on another thread */
    public Metrics(MetricsSource source, Clock clock, BooleanSupplier rests) {
        this.source = source;
        this.clock = clock;
        this.pace = new ScrapePace(rests);
    }

    /** @param now whether anybody can see what is scraped; somebody can until it is said otherwise */
    public void watched(boolean now) {
        pace.watched(now);
    }

    /** Begins, or goes on with another interval between two scrapes. */
    public void every(Duration newInterval) {
        interval = newInterval;
        if (running != null) {
            running.cancel(false);
        }
        running = thread.scheduleWithFixedDelay(this::scrape, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Duration interval() {
        return interval;
    }

    /** The newest attempt. */
    public ReadOnlyObjectProperty<Attempt> latest() {
        return latest.getReadOnlyProperty();
    }

    private void scrape() {
        if (!pace.due()) {
            return;
        }
        Instant at = clock.instant();
        try {
            Attempt attempt = attempt(at);
            Platform.runLater(() -> latest.set(attempt));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Metrics could not be read", e);
        }
    }

    private Attempt attempt(Instant at) throws InterruptedException {
        try {
            Scrape scrape = MetricsReader.read(source.scrape());
            return new Attempt(at, Duration.between(at, clock.instant()), scrape, "");
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            return new Attempt(at, Duration.between(at, clock.instant()), Scrape.NOTHING, why);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
