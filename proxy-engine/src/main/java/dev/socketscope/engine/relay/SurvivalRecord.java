package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What others see of a tunnel's losses: who is away, what waits, what was dropped. Written on the tunnel's event loop. */
final class SurvivalRecord {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private int toUpstream;
    private int toClient;
    private long dropped;
    private int reconnects;
    private String hmr = Connection.Survival.UNTRIED.hmr();
    private Connection.@Nullable Away upstreamAway;
    private Connection.@Nullable Away clientAway;

    SurvivalRecord(RelayContext relay, Tunnel tunnel) {
        this.relay = relay;
        this.tunnel = tunnel;
    }

    /** A leg is away, or what is known about its return has changed. */
    void away(Connection.Away how) {
        if (how.leg() == Leg.UPSTREAM) {
            upstreamAway = how;
        } else {
            clientAway = how;
        }
        publish();
    }

    /** A leg is back. */
    void back(Leg leg) {
        if (leg == Leg.UPSTREAM) {
            upstreamAway = null;
        } else {
            clientAway = null;
        }
        reconnects++;
        relay.tally().reconnection();
        count();
    }

    /** When the leg was lost; null when it is there. */
    @Nullable
    Instant since(Leg leg) {
        Connection.Away away = leg == Leg.UPSTREAM ? upstreamAway : clientAway;
        return away == null ? null : away.since();
    }

    void dialect(String name) {
        hmr = name;
        publish();
    }

    void dropped(Direction direction, int messages, String bound) {
        lost(direction, messages, bound);
        count();
    }

    private void lost(Direction direction, int messages, String bound) {
        dropped += messages;
        relay.tally().dropped(messages);
        relay.events().messagesDropped(tunnel.connection().id(), direction, messages, bound);
    }

    /** Counts what waits anew. */
    void count() {
        int nowToUpstream = tunnel.flow(Direction.TO_UPSTREAM).gate().kept().waiting();
        int nowToClient = tunnel.flow(Direction.TO_CLIENT).gate().kept().waiting();
        relay.tally().buffered(nowToUpstream - toUpstream + nowToClient - toClient);
        toUpstream = nowToUpstream;
        toClient = nowToClient;
        publish();
    }

    private void publish() {
        tunnel.connection()
                .survival(tunnel.survival().state(), new Connection.Survival(toUpstream, toClient, dropped,
                        reconnects, clientAway != null && upstreamAway == null ? clientAway : upstreamAway, hmr));
    }

    /** The connection ends; what waits is lost with it. */
    void stop() {
        relay.tally().buffered(-toUpstream - toClient);
        for (Direction direction : Direction.values()) {
            int waiting = direction == Direction.TO_UPSTREAM ? toUpstream : toClient;
            if (waiting > 0) {
                lost(direction, waiting, "the connection ended");
            }
        }
        toUpstream = 0;
        toClient = 0;
        upstreamAway = null;
        clientAway = null;
        publish();
    }
}
