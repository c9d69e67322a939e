package dev.socketscope.engine.relay;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The place of one request among those that wait for an upstream, and the time it has. Belongs to one event loop. */
final class AnswerWait {
    private final Admission admission;
    private final EventLoop loop;
    private @Nullable Future<?> timeout;
    private boolean waiting;

    AnswerWait(Admission admission, EventLoop loop) {
        this.admission = admission;
        this.loop = loop;
    }

    /** @return false when as many requests wait as allowed */
    boolean begin() {
        waiting = admission.enterPending();
        return waiting;
    }

    /** The clock runs from now. */
    void limit(Duration time, Runnable tooSlow) {
        if (waiting) {
            timeout = loop.schedule(tooSlow, time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** The answer has come, or nobody waits for it any more. */
    void end() {
        if (waiting) {
            waiting = false;
            admission.leavePending();
        }
        if (timeout != null) {
            timeout.cancel(false);
            timeout = null;
        }
    }
}
