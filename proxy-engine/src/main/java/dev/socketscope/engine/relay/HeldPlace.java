package dev.socketscope.engine.relay;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Something in its place in a {@link HeldQueue}. What is not held leaves as soon as nothing is before it. */
final class HeldPlace {
    private final @Nullable HeldEntry held;
    private final int bytes;
    private final boolean evenIfLost;
    private Runnable leaves;
    private @Nullable Future<?> timer;
    private boolean decided;

    private HeldPlace(@Nullable HeldEntry held, int bytes, boolean evenIfLost, Runnable leaves) {
        this.held = held;
        this.bytes = bytes;
        this.evenIfLost = evenIfLost;
        this.leaves = leaves;
        this.decided = held == null;
    }

    static HeldPlace held(HeldEntry entry, Runnable leaves) {
        return new HeldPlace(entry, entry.wire().length, false, leaves);
    }

    /** A message behind a held one. */
    static HeldPlace waiting(int bytes, Runnable leaves) {
        return new HeldPlace(null, bytes, false, leaves);
    }

    /** No message, but something that comes behind messages. */
    static HeldPlace end(Runnable leaves, boolean evenIfLost) {
        return new HeldPlace(null, 0, evenIfLost, leaves);
    }

    /** Null when it only waits. */
    @Nullable
    HeldEntry held() {
        return held;
    }

    /** Of the frames that wait; 0 for what is no message. */
    int bytes() {
        return bytes;
    }

    boolean isMessage() {
        return bytes > 0;
    }

    /** Whether it is to happen even though what was before it never arrived. */
    boolean evenIfLost() {
        return evenIfLost;
    }

    boolean decided() {
        return decided;
    }

    /** The wait ends by itself. */
    void until(Future<?> wakeUp) {
        timer = wakeUp;
    }

    /** @param instead what happens in the message's place; null when it goes on unchanged */
    void decide(@Nullable Runnable instead) {
        decided = true;
        if (instead != null) {
            leaves = instead;
        }
        if (timer != null) {
            timer.cancel(false);
        }
    }

    void leave() {
        leaves.run();
    }
}
