package dev.socketscope.engine.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts wrong tokens for each address. After {@value #ALLOWED} within a minute the address is not listened to until the minute is
 * over, also when it sends the right one: otherwise guesses could go on and be told apart from the lock. Belongs to one thread.
 */
final class FailedTokens {
    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1_024;

    private final LongSupplier nanos;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Failures(long since, int count) {}

    /** @param nanos a clock as {@link System#nanoTime} */
    FailedTokens(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long the address is locked out; zero when it is not. */
    Duration lock(String address) {
        Failures failures = current(address);
        return failures.count < ALLOWED ? Duration.ZERO
                : Duration.ofNanos(failures.since - nanos.getAsLong()).plus(WINDOW);
    }

    void add(String address) {
        Failures failures = current(address);
        byAddress.put(address, new Failures(failures.since, failures.count + 1));
    }

    private Failures current(String address) {
        long now = nanos.getAsLong();
        Failures failures = byAddress.get(address);
        if (failures == null || now - failures.since >= WINDOW.toNanos()) {
            byAddress.remove(address);
            return new Failures(now, 0);
        }
        return failures;
    }
}
