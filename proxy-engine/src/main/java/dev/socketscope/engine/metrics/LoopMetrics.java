package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;

/**
 * Where one event loop writes down what it measured. Only that loop's thread records: a few nanoseconds, no garbage, and nothing
 * another loop writes to. Histograms take their memory with their first value.
 */
public final class LoopMetrics {
    private final Histogram toUpstream = new Histogram();
    private final Histogram toClient = new Histogram();
    private final Histogram clientRtt = new Histogram();
    private final Histogram upstreamRtt = new Histogram();
    private final Histogram handshake = new Histogram();

    LoopMetrics() {}

    /** Frames left that came in one read. {@code micros} from that read to their last byte handed to the kernel. */
    public void inProxy(Direction direction, long micros, long frames) {
        (direction == Direction.TO_UPSTREAM ? toUpstream : toClient).record(micros, frames);
    }

    /** A ping of the engine was answered on that leg. */
    public void rtt(Leg leg, long micros) {
        (leg == Leg.CLIENT ? clientRtt : upstreamRtt).record(micros);
    }

    /** An upgrade reached 101. {@code micros} from the client's acceptance to the forwarded 101. */
    public void handshake(long micros) {
        handshake.record(micros);
    }

    HubSnapshot snapshot() {
        return new HubSnapshot(toUpstream.snapshot(), toClient.snapshot(), clientRtt.snapshot(), upstreamRtt.snapshot(),
                handshake.snapshot());
    }
}
