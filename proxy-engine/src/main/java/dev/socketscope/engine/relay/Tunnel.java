package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.ws.CompressionPolicy;
import dev.socketscope.engine.ws.FrameDecoder;
import io.netty.channel.Channel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The relay between the two legs of one open WebSocket. Everything happens on the event loop that both legs share.
 *
 * <pre>
 *   client leg ──► LegHandler ──► Flow to-upstream ──► upstream leg
 *   client leg ◄── Flow to-client ◄── LegHandler ◄──── upstream leg
 *                     │
 *                     └► TunnelEnding: FIN, RST, Close frames, commands
 * </pre>
 */
final class Tunnel {
    private final WsConnection connection;
    private final HandshakeRecord record;
    private final Channel client;
    private final Flow toUpstream;
    private final Flow toClient;
    private final TunnelEnding ending;
    private boolean firstFrameCame;
    private long lastReadNanos = System.nanoTime();

    Tunnel(RelayContext relay, UpgradeAttempt attempt, Channel client, Channel upstream,
            CompressionPolicy.Agreed agreed) {
        this.connection = attempt.connection();
        this.record = attempt.record();
        this.client = client;
        this.toUpstream = flow(relay, Direction.TO_UPSTREAM, client, upstream, agreed.compressed(),
                agreed.clientTakesOver());
        this.toClient = flow(relay, Direction.TO_CLIENT, upstream, client, agreed.compressed(),
                agreed.serverTakesOver());
        this.ending = new TunnelEnding(relay, this, connection);
    }

    private Flow flow(RelayContext relay, Direction direction, Channel source, Channel destination, boolean compressed,
            boolean takesOver) {
        int maxPayload = relay.config().capture().maxPayload();
        PayloadCapture capture = new PayloadCapture(source.alloc(), maxPayload, compressed && takesOver);
        return new Flow(direction, this, source, destination,
                new FrameDecoder(direction == Direction.TO_UPSTREAM, compressed),
                new FrameRecorder(relay, connection, direction, capture),
                relay.loop(source.eventLoop()).traffic(direction));
    }

    LegHandler handler(Leg leg) {
        return new LegHandler(leg, from(leg), to(leg), ending);
    }

    /** To be called once both handlers are in place. */
    void start() {
        toUpstream.start();
        toClient.start();
    }

    WsConnection connection() {
        return connection;
    }

    TunnelEnding ending() {
        return ending;
    }

    /** What the leg's peer sends. */
    Flow from(Leg leg) {
        return leg == Leg.CLIENT ? toUpstream : toClient;
    }

    /** What the leg's peer gets. */
    Flow to(Leg leg) {
        return leg == Leg.CLIENT ? toClient : toUpstream;
    }

    Channel channel(Leg leg) {
        return from(leg).source();
    }

    /** Bytes came from one of the peers. */
    void alive(long nanos, long frames) {
        lastReadNanos = nanos;
        if (!firstFrameCame && frames > 0) {
            firstFrameCame = true;
            record.clock().end(Station.FIRST_FRAME, nanos);
            connection.handshake(record.toHandshake());
        }
    }

    long lastReadNanos() {
        return lastReadNanos;
    }

    /** Ends legs as the command says; may be called from any thread. Completes when the ending has begun. */
    CompletableFuture<Void> end(Command.EndConnection how) {
        return CompletableFuture.runAsync(() -> ending.byEngine().command(how), client.eventLoop());
    }

    /** Waits until both legs are closed, not on an event loop. */
    void awaitEnd(long nanos) {
        for (Leg leg : Leg.values()) {
            channel(leg).closeFuture().awaitUninterruptibly(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        }
    }

    /** Everything the tunnel holds in memory for both directions. */
    long heldBytes() {
        return toUpstream.heldBytes() + toClient.heldBytes();
    }

    void release() {
        toUpstream.release();
        toClient.release();
    }
}
