package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Direction;
import java.util.Collection;

/**
 * Several connections together.
 *
 * @param count all of them
 * @param away live ones of which a leg is missing
 * @param toUpstream what their clients sent
 * @param toClient what their upstreams sent
 * @param perSecond messages, both ways
 * @param bufferedToUpstream messages that wait
 * @param bufferedToClient messages that wait
 * @param reconnects how often a leg of one came back
 */
record Totals(int count, int live, int away, Traffic toUpstream, Traffic toClient, double perSecond,
        long bufferedToUpstream, long bufferedToClient, long reconnects) implements Content {
    static final Totals NONE = new Totals(0, 0, 0, Traffic.NONE, Traffic.NONE, 0, 0, 0, 0);

    static Totals of(Collection<LiveConnection> connections) {
        Totals totals = NONE;
        for (LiveConnection each : connections) {
            totals = totals.plus(each);
        }
        return totals;
    }

    Traffic traffic(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? toUpstream : toClient;
    }

    int closed() {
        return count - live;
    }

    Totals plus(LiveConnection more) {
        Connection c = more.connection();
        boolean isAway = c.state() == State.UPSTREAM_AWAY || c.state() == State.CLIENT_AWAY;
        return new Totals(count + 1, live + (c.live() ? 1 : 0), away + (isAway ? 1 : 0),
                toUpstream.plus(c.toUpstream()), toClient.plus(c.toClient()),
                perSecond + more.toUpstream().messages() + more.toClient().messages(),
                bufferedToUpstream + c.survival().bufferedToUpstream(),
                bufferedToClient + c.survival().bufferedToClient(), reconnects + c.survival().reconnects());
    }
}
