package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;

/** Cumulative counters and present levels. */
public record CountersJson(long activeConnections, long totalConnections, long failedHandshakes, long framesToUpstream,
        long framesToClient, long messagesToUpstream, long messagesToClient, long bytesToUpstream, long bytesToClient,
        long errors, long httpRequests, long framesCaptured, long framesEvicted, long captureBytes, long reconnections,
        long buffered, long dropped, long pings, long missedPongs) {

    public static CountersJson of(Counters c) {
        Counters.Upkeep upkeep = c.upkeep();
        return new CountersJson(c.activeConnections(), c.totalConnections(), c.failedHandshakes(),
                c.toUpstream().frames(), c.toClient().frames(), c.toUpstream().messages(), c.toClient().messages(),
                c.toUpstream().bytes(), c.toClient().bytes(), c.errors(), c.httpRequests(), c.framesCaptured(),
                c.framesEvicted(), c.captureBytes(), upkeep.reconnections(), upkeep.buffered(), upkeep.dropped(),
                upkeep.pings(), upkeep.missedPongs());
    }

    public Counters toApi() {
        return new Counters(activeConnections, totalConnections, failedHandshakes,
                new Traffic(framesToUpstream, messagesToUpstream, bytesToUpstream),
                new Traffic(framesToClient, messagesToClient, bytesToClient), errors, httpRequests, framesCaptured,
                framesEvicted, captureBytes,
                new Counters.Upkeep(reconnections, buffered, dropped, pings, missedPongs));
    }
}
