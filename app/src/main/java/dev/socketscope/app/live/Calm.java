package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import java.util.List;
import java.util.Objects;

/** Whether two pictures of an engine differ in nothing but what pings and pongs change: round trips, and how much was sent and captured. */
final class Calm {
    /** Payload of a control frame, RFC 6455 §5.5. */
    private static final int CONTROL_BYTES = 125;

    private Calm() {}

    static boolean same(Counters some, Counters others) {
        return same(some.toUpstream(), others.toUpstream()) && same(some.toClient(), others.toClient())
                && withoutPings(some).equals(withoutPings(others));
    }

    private static Counters withoutPings(Counters all) {
        Counters.Upkeep upkeep = all.upkeep();
        return new Counters(all.activeConnections(), all.totalConnections(), all.failedHandshakes(), Traffic.NONE,
                Traffic.NONE, all.errors(), all.httpRequests(), 0, 0, 0, new Counters.Upkeep(upkeep.reconnections(),
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
        return same(some.toUpstream(), others.toUpstream()) && same(some.toClient(), others.toClient())
                && some.trend() == others.trend() && same(some.connection(), others.connection());
    }

    private static boolean same(Connection some, Connection others) {
        return some.id().equals(others.id()) && some.state() == others.state()
                && same(some.toUpstream(), others.toUpstream()) && same(some.toClient(), others.toClient())
                && same(some.client(), others.client()) && same(some.upstream(), others.upstream())
                && some.survival().equals(others.survival()) && some.faults().equals(others.faults())
                && Objects.equals(some.close(), others.close()) && Objects.equals(some.closedAt(), others.closedAt())
                && Objects.equals(some.subprotocol(), others.subprotocol())
                && some.handshake().equals(others.handshake());
    }

    /** A message that is still under way brings more bytes than control frames could. */
    private static boolean same(Traffic some, Traffic others) {
        long frames = Math.abs(some.frames() - others.frames());
        return some.messages() == others.messages()
                && Math.abs(some.bytes() - others.bytes()) <= frames * CONTROL_BYTES;
    }

    /** Bytes a second are pings, too. */
    static boolean same(Rates some, Rates others) {
        return some.messages() == others.messages();
    }

    /** The first round trip is news. */
    private static boolean same(LegStatus some, LegStatus others) {
        return some.address().equals(others.address()) && some.missedPongs() == others.missedPongs()
                && (some.rttMicros() == LegStatus.UNKNOWN) == (others.rttMicros() == LegStatus.UNKNOWN);
    }
}
