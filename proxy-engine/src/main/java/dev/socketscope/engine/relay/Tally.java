package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Counters;
import java.util.concurrent.atomic.LongAdder;

/** The engine's cumulative counts, but for traffic, which every event loop counts for itself. */
final class Tally {
    private final LongAdder httpRequests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder failedHandshakes = new LongAdder();
    private final LongAdder refusedHandshakes = new LongAdder();
    private final LongAdder reconnections = new LongAdder();
    private final LongAdder buffered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder pings = new LongAdder();
    private final LongAdder missedPongs = new LongAdder();

    void httpRequest() {
        httpRequests.increment();
    }

    /** A violation, a reset or a failed exchange. */
    void error() {
        errors.increment();
    }

    void opened() {
        opened.increment();
    }

    /** @param refused whether somebody answered with another status than 101 */
    void failedHandshake(boolean refused) {
        failedHandshakes.increment();
        if (refused) {
            refusedHandshakes.increment();
        }
    }

    /** Those of {@link #failedHandshakes} that were answered with another status than 101. */
    long refusedHandshakes() {
        return refusedHandshakes.sum();
    }

    /** A leg that was lost is back. */
    void reconnection() {
        reconnections.increment();
    }

    /** So many messages more wait for a peer, or fewer. */
    void buffered(int change) {
        buffered.add(change);
    }

    void dropped(int messages) {
        dropped.add(messages);
    }

    void ping() {
        pings.increment();
    }

    void missedPong() {
        missedPongs.increment();
    }

    Counters.Upkeep upkeep() {
        return new Counters.Upkeep(reconnections.sum(), buffered.sum(), dropped.sum(), pings.sum(), missedPongs.sum());
    }

    long httpRequests() {
        return httpRequests.sum();
    }

    long errors() {
        return errors.sum();
    }

    long openedConnections() {
        return opened.sum();
    }

    long failedHandshakes() {
        return failedHandshakes.sum();
    }
}
