package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;

/**
 * The engine's histograms at one moment, all event loops together.
 *
 * @param toUpstream time that messages of clients spent in the engine
 * @param toClient time that messages of upstreams spent in the engine
 * @param clientRtt round trips of answered pings on client legs
 * @param upstreamRtt round trips of answered pings on upstream legs
 * @param handshake duration of upgrades that reached 101
 */
public record HubSnapshot(HistogramSnapshot toUpstream, HistogramSnapshot toClient, HistogramSnapshot clientRtt,
        HistogramSnapshot upstreamRtt, HistogramSnapshot handshake) {
    public static final HubSnapshot EMPTY = new HubSnapshot(HistogramSnapshot.EMPTY, HistogramSnapshot.EMPTY,
            HistogramSnapshot.EMPTY, HistogramSnapshot.EMPTY, HistogramSnapshot.EMPTY);

    public HistogramSnapshot inProxy(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? toUpstream : toClient;
    }

    /** Both directions together. */
    public HistogramSnapshot inProxy() {
        return toUpstream.plus(toClient);
    }

    public HistogramSnapshot rtt(Leg leg) {
        return leg == Leg.CLIENT ? clientRtt : upstreamRtt;
    }

    public HubSnapshot plus(HubSnapshot other) {
        return new HubSnapshot(toUpstream.plus(other.toUpstream), toClient.plus(other.toClient),
                clientRtt.plus(other.clientRtt), upstreamRtt.plus(other.upstreamRtt), handshake.plus(other.handshake));
    }
}
