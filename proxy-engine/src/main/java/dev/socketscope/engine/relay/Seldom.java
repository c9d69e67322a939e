package dev.socketscope.engine.relay;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells at most ten times in ten seconds of what strangers can cause as often as they like, so that the event log keeps what matters. Any
 * thread.
 */
final class Seldom {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST = 10;

    private long since = System.nanoTime();
    private int told;
    private long untold;

    /** @param tell gets how many others were left out since the last time, as words to be added; empty for none */
    void run(Consumer<String> tell) {
        String more;
        synchronized (this) {
            long now = System.nanoTime();
            if (now - since > WINDOW) {
                since = now;
                told = 0;
            }
            if (told == MOST) {
                untold++;
                return;
            }
            told++;
            more = untold == 0 ? "" : "; " + untold + " other failures were not told";
            untold = 0;
        }
        tell.accept(more);
    }
}
