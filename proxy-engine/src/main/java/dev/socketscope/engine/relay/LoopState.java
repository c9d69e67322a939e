package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.journal.FrameBatch;
import dev.socketscope.engine.metrics.LoopMetrics;
import io.netty.channel.EventLoop;

/** What belongs to one event loop. Only that loop writes; the traffic counters may be read by anybody. */
final class LoopState {
    private final UpstreamPool pool;
    private final LoopMetrics metrics;
    private final FrameMarks marks = new FrameMarks();
    private final FrameBatch batch = new FrameBatch();
    private final TrafficCounter toUpstream = new TrafficCounter();
    private final TrafficCounter toClient = new TrafficCounter();

    LoopState(EventLoop loop, LoopMetrics metrics) {
        this.metrics = metrics;
        this.pool = new UpstreamPool(loop);
    }

    UpstreamPool pool() {
        return pool;
    }

    LoopMetrics metrics() {
        return metrics;
    }

    /** For one read at a time. */
    FrameMarks marks() {
        return marks;
    }

    /** For one read at a time. */
    FrameBatch batch() {
        return batch;
    }

    TrafficCounter traffic(Direction direction) {
        return switch (direction) {
            case TO_UPSTREAM -> toUpstream;
            case TO_CLIENT -> toClient;
        };
    }
}
