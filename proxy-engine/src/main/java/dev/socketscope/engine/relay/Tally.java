package dev.socketscope.engine.relay;

import java.util.concurrent.atomic.LongAdder;

/** The engine's cumulative counts, but for traffic, which every event loop counts for itself. */
final class Tally {
    private final LongAdder httpRequests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder failedHandshakes = new LongAdder();

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

    void failedHandshake() {
        failedHandshakes.increment();
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
