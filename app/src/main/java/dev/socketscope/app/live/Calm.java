package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Counters;
import java.util.List;
import java.util.Objects;

/** Whether two pictures of an engine differ in nothing but what its own pings change: round trips, and how much was sent and captured. */
final class Calm {
    private Calm() {}

    static boolean same(Counters some, Counters others) {
        return withoutPings(some).equals(withoutPings(others));
    }

    private static Counters withoutPings(Counters all) {
        Counters.Upkeep upkeep = all.upkeep();
        return new Counters(all.activeConnections(), all.totalConnections(), all.failedHandshakes(), all.toUpstream(),
                all.toClient(), all.errors(), all.httpRequests(), 0, 0, 0, new Counters.Upkeep(upkeep.reconnections(),
                        upkeep.buffered(), upkeep.dropped(), 0, upkeep.missedPongs()));
    }

    static boolean same(List<LiveConnection> some, List<LiveConnection> others) {
        if (some == others) {
            return true;
        }
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i) && !same(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(LiveConnection some, LiveConnection others) {
        return some.toUpstream().equals(others.toUpstream()) && some.toClient().equals(others.toClient())
                && some.trend() == others.trend() && same(some.connection(), others.connection());
    }

    private static boolean same(Connection some, Connection others) {
        return some.id().equals(others.id()) && some.state() == others.state()
                && some.toUpstream().equals(others.toUpstream()) && some.toClient().equals(others.toClient())
                && same(some.client(), others.client()) && same(some.upstream(), others.upstream())
                && some.survival().equals(others.survival()) && some.faults().equals(others.faults())
                && Objects.equals(some.close(), others.close()) && Objects.equals(some.closedAt(), others.closedAt())
                && Objects.equals(some.subprotocol(), others.subprotocol())
                && some.handshake().equals(others.handshake());
    }

    /** The first round trip is news. */
    private static boolean same(LegStatus some, LegStatus others) {
        return some.address().equals(others.address()) && some.missedPongs() == others.missedPongs()
                && (some.rttMicros() == LegStatus.UNKNOWN) == (others.rttMicros() == LegStatus.UNKNOWN);
    }
}
