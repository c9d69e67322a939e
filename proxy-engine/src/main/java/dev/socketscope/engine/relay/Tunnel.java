package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.ws.CompressionPolicy;
import dev.socketscope.engine.ws.FrameDecoder;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The relay between the two legs of one WebSocket. Everything happens on the event loop that both legs share.
 *
 * <pre>
 *   client leg ──► LegHandler ──► Flow to-upstream ──► upstream leg
 *   client leg ◄── Flow to-client ◄── LegHandler ◄──── upstream leg
 *                     │
 *                     ├► Survival: a lost leg is waited for, or dialled again
 *                     ├► Upkeep: pings, idle time
 *                     └► TunnelEnding: FIN, RST, Close frames, commands
 * </pre>
 */
final class Tunnel {
    private final RelayContext relay;
    private final UpgradeAttempt attempt;
    private final CompressionPolicy.Agreed agreed;
    private final EventLoop loop;
    private final long maxFrame;
    private final int pingNonce = ThreadLocalRandom.current().nextInt();
    private final TunnelLeg client;
    private final TunnelLeg upstream;
    private final Flow toUpstream;
    private final Flow toClient;
    private final TunnelEnding ending;
    private final Survival survival;
    private final Upkeep upkeep;
    private final TunnelFaults faults;
    private final TunnelBreakpoints breakpoints;
    private @Nullable String resumeKey;
    private @Nullable ResumeRequest resumes;
    private volatile @Nullable HmrSocket hmr;
    private boolean firstFrameCame;
    private long lastReadNanos = System.nanoTime();
    private long lastPeerNanos = lastReadNanos;

    Tunnel(RelayContext relay, UpgradeAttempt attempt, Channel client, Channel upstream,
            CompressionPolicy.Agreed agreed) {
        this.relay = relay;
        this.attempt = attempt;
        this.agreed = agreed;
        this.maxFrame = relay.admission().limits().maxFrame();
        this.loop = client.eventLoop();
        this.client = new TunnelLeg(Leg.CLIENT, client);
        this.upstream = new TunnelLeg(Leg.UPSTREAM, upstream);
        this.survival = new Survival(relay, this);
        this.upkeep = new Upkeep(relay, this, pingNonce);
        this.faults = new TunnelFaults(relay, this);
        this.breakpoints = new TunnelBreakpoints(relay.breakpoints(), this);
        LoopState state = relay.loop(loop);
        this.toUpstream = new Flow(Direction.TO_UPSTREAM, this, this.client, this.upstream, state);
        this.toClient = new Flow(Direction.TO_CLIENT, this, this.upstream, this.client, state);
        this.ending = new TunnelEnding(relay, this);
    }

    FrameDecoder newDecoder(Direction direction) {
        return new FrameDecoder(direction == Direction.TO_UPSTREAM, agreed.compressed());
    }

    FrameRecorder newRecorder(Direction direction) {
        PayloadCapture capture = new PayloadCapture(client.channel().alloc(), relay.capture().maxPayload(),
                agreed.compressed() && agreed.takesOver(direction));
        return new FrameRecorder(relay, connection(), direction, capture, maxFrame, pingNonce,
                relay.loop(loop));
    }

    LegHandler handler(Leg leg) {
        return new LegHandler(leg, from(leg), to(leg), ending);
    }

    /** To be called once both handlers are in place. */
    void start() {
        toUpstream.start();
        toClient.start();
        upkeep.start();
        faults.start();
        breakpoints.refresh();
    }

    /** Payload bytes that a frame may have, as it was when the connection was opened. */
    long maxFrame() {
        return maxFrame;
    }

    WsConnection connection() {
        return attempt.connection();
    }

    HandshakeRecord record() {
        return attempt.record();
    }

    TunnelPolicy policy() {
        return connection().policy();
    }

    CompressionPolicy.Agreed agreed() {
        return agreed;
    }

    EventLoop loop() {
        return loop;
    }

    TunnelEnding ending() {
        return ending;
    }

    Survival survival() {
        return survival;
    }

    TunnelFaults faults() {
        return faults;
    }

    TunnelBreakpoints breakpoints() {
        return breakpoints;
    }

    Upkeep upkeep() {
        return upkeep;
    }

    TunnelLeg leg(Leg leg) {
        return leg == Leg.CLIENT ? client : upstream;
    }

    Channel channel(Leg leg) {
        return leg(leg).channel();
    }

    /** Puts a new socket in the place of a lost one; its handler is still to be added. */
    void arrive(Leg leg, Channel successor) {
        leg(leg).arrive(successor);
        connection().address(leg, LegSocket.text(successor.remoteAddress()));
        LegSocket.prepare(successor);
    }

    /** The new socket has been sent what waited for it: everything goes on. */
    void back(Leg leg) {
        from(leg).start();
        to(leg).start();
        upkeep.legBack(leg);
        faults.legBack();
    }

    /** What the leg's peer sends. */
    Flow from(Leg leg) {
        return leg == Leg.CLIENT ? toUpstream : toClient;
    }

    /** What the leg's peer gets. */
    Flow to(Leg leg) {
        return leg == Leg.CLIENT ? toClient : toUpstream;
    }

    Flow flow(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? toUpstream : toClient;
    }

    /** The client has asked to be resumed. */
    void resumable(ResumeRequest wish) {
        String key = ResumeSessions.key(wish.token(), connection().target());
        resumeKey = key;
        resumes = wish;
        survival.holdClient();
        toClient.gate().kept().keepSent();
        toUpstream.gate().readers().add(new SyncReader(this, wish.counts()));
        relay.sessions().open(key, this);
    }

    /** Whether a client that comes back knows of this session. */
    boolean heardOfBy(ResumeRequest back) {
        return resumes == null || resumes.heardOfBy(back);
    }

    /** Whether the client counts messages, so that each must come to it. */
    boolean counts() {
        return resumes != null && resumes.counts();
    }

    /** Reads along if this is a hot-reload socket; {@code page} tells whose it is. */
    void readHotReload(PageKey page) {
        hmr = HmrSocket.attach(relay, this, page);
    }

    /** Null when this is no hot-reload socket, or not yet known to be one. */
    @Nullable
    HmrSocket hmr() {
        HmrSocket pageSocket = hmr;
        return pageSocket != null && pageSocket.recognised() ? pageSocket : null;
    }

    /** The same, and what may be one as long as its server says nothing. */
    @Nullable
    HmrSocket hmrPerhaps() {
        HmrSocket pageSocket = hmr;
        return pageSocket != null && (pageSocket.recognised() || pageSocket.mayBeParcel()) ? pageSocket : null;
    }

    /** Whether frames leave whole: a sender may be replaced, or a pong of ours must be kept from the other peer. */
    boolean wantsWholeFrames() {
        return upkeep.pings() || survival.mayHold(Leg.UPSTREAM) || survival.mayHold(Leg.CLIENT);
    }

    /** Bytes came from one of the peers. */
    void alive(long nanos, long frames, int ownPongs) {
        lastReadNanos = nanos;
        if (frames != ownPongs || frames == 0) {
            lastPeerNanos = nanos;
        }
        if (!firstFrameCame && frames > 0) {
            firstFrameCame = true;
            record().clock().end(Station.FIRST_FRAME, nanos);
            connection().handshake(record().toHandshake());
        }
    }

    /** When a peer last sent something of its own, not an answer to a ping of ours. */
    long lastPeerNanos() {
        return lastPeerNanos;
    }

    long lastReadNanos() {
        return lastReadNanos;
    }

    /** Ends legs as the command says; may be called from any thread. Completes when the ending has begun. */
    CompletableFuture<Void> end(Command.EndConnection how) {
        return run(() -> ending.byEngine().command(how));
    }

    /** Runs on the tunnel's event loop. */
    CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, loop);
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
        upkeep.stop();
        faults.stop();
        breakpoints.stop();
        HmrSocket pageSocket = hmr;
        if (pageSocket != null) {
            pageSocket.detach();
        }
        if (resumeKey != null) {
            relay.sessions().forget(resumeKey, this);
        }
        survival.stop();
        toUpstream.release();
        toClient.release();
    }
}
