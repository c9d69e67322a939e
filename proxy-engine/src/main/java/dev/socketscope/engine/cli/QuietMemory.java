package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the JVM give memory back while next to nothing happens. Under load a heap with much room makes collections rare, so its size is the
 * collector's affair then; but what it has taken it keeps until a collection, of which an engine at rest has none for hours.
 *
 * <pre>
 *   loud ── two looks with next to nothing done ──► quiet: little room beside what lives; soon, and then every five minutes,
 *     ▲                                               │    garbage is marked, cleared up, and its memory given back with the next marking
 *     └───────────────── more than that ──────────────┘
 * </pre>
 */
final class QuietMemory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuietMemory.class);
    private static final Duration LOOK = Duration.ofSeconds(15);
    /** Messages, requests and connections between two looks of a quiet engine: ten a second. */
    static final long FEW = 10 * LOOK.toSeconds();
    private static final int LOOKS = 2;
    /** Looks from one collection to the next: five minutes. */
    private static final int ROUND = 20;
    /** Looks until there has been one, which marks. */
    private static final int MARKED = 2;
    /** Looks until there has been another one, which gives back what was cleared up in between. */
    private static final int COLLECTED = 5;
    private static final String LEAST_FREE = "MinHeapFreeRatio";
    private static final String MOST_FREE = "MaxHeapFreeRatio";
    private static final String COLLECT_EVERY = "G1PeriodicGCInterval";
    /** Milliseconds. */
    private static final String SOON = "15000";

    private final LongSupplier done;
    private final VmOptions options;
    private final Runnable clearUp;
    private final ScheduledExecutorService thread;
    private final List<Runnable> undo = new ArrayList<>();
    private long doneBefore;
    private int quietLooks;

    /**
     * @param done how much was done since the start
     * @param clearUp has the collector clear up what it has marked
     * @param thread on which all of this happens
     */
    QuietMemory(LongSupplier done, VmOptions options, Runnable clearUp, ScheduledExecutorService thread) {
        this.done = done;
        this.options = options;
        this.clearUp = clearUp;
        this.thread = thread;
    }

    /** Looks after an engine until it is closed. */
    static QuietMemory of(Engine engine) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("quiet-memory").factory());
        QuietMemory memory = new QuietMemory(() -> done(engine.counters()), VmOptions.ofThisProcess(),
                new MixedCollections(thread)::begin, thread);
        thread.scheduleAtFixedRate(memory::tryToLook, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return memory;
    }

    private static long done(Counters counters) {
        return counters.toUpstream().messages() + counters.toClient().messages() + counters.httpRequests()
                + counters.totalConnections() + counters.failedHandshakes();
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("The memory of a quiet engine cannot be looked after", e);
            thread.shutdown();
        }
    }

    /** One look, {@link #LOOK} after the one before. */
    void look() {
        long now = done.getAsLong();
        boolean quiet = now - doneBefore <= FEW;
        doneBefore = now;
        quietLooks = quiet ? quietLooks + 1 : 0;
        if (!quiet) {
            undo.reversed().forEach(Runnable::run);
            undo.clear();
        } else if (quietLooks == LOOKS) {
            // In this order: the least may never be more than the most.
            set(LEAST_FREE, "2");
            set(MOST_FREE, "5");
            set(COLLECT_EVERY, SOON);
        } else if (quietLooks > LOOKS) {
            collect((quietLooks - LOOKS) % ROUND);
        }
    }

    /** By a short interval that is there for a short time: one of five minutes would be waited out before another can count. */
    private void collect(int looksIntoRound) {
        if (looksIntoRound == 0) {
            options.set(COLLECT_EVERY, SOON);
        } else if (looksIntoRound == MARKED) {
            clearUp.run();
        } else if (looksIntoRound == COLLECTED) {
            options.set(COLLECT_EVERY, "0");
        }
    }

    private void set(String option, String value) {
        String before = options.get(option);
        options.set(option, value);
        undo.add(() -> options.set(option, before));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
