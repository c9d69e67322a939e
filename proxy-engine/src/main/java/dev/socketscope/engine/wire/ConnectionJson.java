package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Survival;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Secrets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection as it is at one moment; the query and the handshake are without secrets unless they are asked for. */
public record ConnectionJson(String id, String state, String path, @Nullable String query, String host,
        @Nullable String subprotocol, String route, String upstreamUri, @Nullable String sandbox,
        @Nullable Integer port, String hmr, Instant openedAt, @Nullable Instant closedAt, LegJson client,
        LegJson upstream, long framesToUpstream, long framesToClient, long messagesToUpstream, long messagesToClient,
        long bytesToUpstream, long bytesToClient, int bufferedToUpstream, int bufferedToClient, long dropped,
        int reconnects, @Nullable AwayJson away, List<String> faults, @Nullable CloseJson close,
        HandshakeJson handshake) {

    public static ConnectionJson of(Connection connection) {
        return of(connection, false);
    }

    /** With its secrets, if it has any. */
    public static ConnectionJson whole(Connection connection) {
        return of(connection, true);
    }

    private static ConnectionJson of(Connection c, boolean whole) {
        Survival survival = c.survival();
        String query = c.query();
        return new ConnectionJson(c.id(), Names.of(c.state()), c.path(),
                query == null || whole ? query : Secrets.maskQuery(query), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(),
                c.sandbox(), c.port(), survival.hmr(), c.openedAt(), c.closedAt(), LegJson.of(c.client()),
                LegJson.of(c.upstream()), c.toUpstream().frames(), c.toClient().frames(), c.toUpstream().messages(),
                c.toClient().messages(), c.toUpstream().bytes(), c.toClient().bytes(), survival.bufferedToUpstream(),
                survival.bufferedToClient(), survival.dropped(), survival.reconnects(), AwayJson.of(survival.away()),
                c.faults(), c.close() == null ? null : CloseJson.of(c.close()), HandshakeJson.of(c.handshake(), whole));
    }

    /** @throws WireException when a name is not known */
    public Connection toApi() {
        return new Connection(id, Constants.parse(Connection.State.class, "state", state), path, query, host,
                subprotocol,
                route, upstreamUri, sandbox, port, openedAt, closedAt, client.toApi(), upstream.toApi(),
                new Traffic(framesToUpstream, messagesToUpstream, bytesToUpstream),
                new Traffic(framesToClient, messagesToClient, bytesToClient),
                new Survival(bufferedToUpstream, bufferedToClient, dropped, reconnects,
                        away == null ? null : away.toApi(), hmr),
                faults, close == null ? null : close.toApi(), handshake.toApi());
    }
}
