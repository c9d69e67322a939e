package dev.socketscope.engine.relay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Tells at most once a second of what strangers can cause as often as they like, so that the event log keeps what matters. Any thread. */
final class Seldom {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong untold = new AtomicLong();

    /** @param tell gets how many more there were since the last time, as words to be added; empty for none */
    void run(Consumer<String> tell) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + PAUSE)) {
            untold.incrementAndGet();
            return;
        }
        long more = untold.getAndSet(0);
        tell.accept(more == 0 ? "" : "; " + more + " other failures were not told");
    }
}
