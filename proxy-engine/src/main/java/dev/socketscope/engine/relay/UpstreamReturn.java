package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.resume.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Dials a lost upstream again, as its route's schedule says, until it is back or the attempts are used up. */
final class UpstreamReturn implements Redial.Outcome {
    private static final long PAGE_LEAVES_SECONDS = 15;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LOOK_BEHIND_EDGE = Duration.ofSeconds(1);

    private final RelayContext relay;
    private final Tunnel tunnel;
    private final SurvivalRecord record;
    private Backoff backoff;
    private String reason = "";
    private Instant since = Instant.EPOCH;
    private Instant planned = Instant.EPOCH;
    private int attempt;
    private boolean early;
    private boolean restartSeen;
    private @Nullable Future<?> timer;
    private @Nullable Redial dialling;
    private @Nullable UpstreamProbe probe;

    UpstreamReturn(RelayContext relay, Tunnel tunnel, SurvivalRecord record) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.record = record;
        this.backoff = new Backoff(tunnel.policy().reconnect());
    }

    private String id() {
        return tunnel.connection().id();
    }

    /** The upstream's leg is gone; the first attempt is planned. */
    void lost(Manner manner, String detail) {
        since = Instant.now();
        attempt = 0;
        restartSeen = manner == Manner.CLOSE_FRAME;
        reason = switch (manner) {
            case CLOSE_FRAME -> "Close " + detail;
            case FIN -> detail.isEmpty() ? "FIN without a Close frame" : "FIN: " + detail;
            case SILENCE -> detail;
            case RST, HANDSHAKE -> detail.isEmpty() ? "RST" : "RST: " + detail;
        };
        HmrSocket hmr = tunnel.hmrPerhaps();
        if (hmr != null) {
            hmr.upstreamLost();
        }
        relay.events().upstreamLost(id(), manner, detail);
        planNext();
    }

    private void planNext() {
        attempt++;
        if (!backoff.allows(attempt)) {
            exhausted();
            return;
        }
        planned = Instant.now().plus(backoff.delay(attempt, ThreadLocalRandom.current()));
        waitFor(LOOK);
        relay.events()
                .reconnectPlanned(id(), attempt, backoff.reconnect().maxAttempts(), planned, backoff.base(attempt),
                        backoff.jitterBound(attempt));
    }

    /** For the planned attempt; meanwhile somebody may be found to listen again where a page's dev server was. */
    private void waitFor(Duration look) {
        away(planned);
        long left = Math.max(0, Duration.between(Instant.now(), planned).toNanos());
        timer = tunnel.loop().schedule(this::dial, left, TimeUnit.NANOSECONDS);
        if (tunnel.hmrPerhaps() != null && probe == null) {
            probe = new UpstreamProbe(relay, tunnel, look, () -> {
                probe = null;
                early = timer != null;
                retryNow();
            });
            probe.start();
        }
    }

    private void away(@Nullable Instant next) {
        record.away(new Connection.Away(Leg.UPSTREAM, since, reason, attempt, backoff.reconnect().maxAttempts(), next));
    }

    private void dial() {
        timer = null;
        stopLooking();
        away(null);
        String down = tunnel.faults().upstreamDown();
        if (down != null) {
            failed("fault " + down + " keeps the link down", false);
            return;
        }
        dialling = new Redial(relay, tunnel, this);
        dialling.start();
    }

    @Override
    public void answered(int status, String why) {
        HmrSocket hmr = tunnel.hmrPerhaps();
        if (hmr == null || !new GapCare(relay, tunnel, hmr).upstreamRefuses(status)) {
            failed(why, false);
            return;
        }
        dialling = null;
        relay.events().reconnectFailed(id(), attempt, why);
        // The page leaves by itself as soon as it has heard; nothing else can be done for it.
        timer = tunnel.loop().schedule(() -> giveUp(why), PAGE_LEAVES_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void failed(String why, boolean refused) {
        dialling = null;
        restartSeen |= refused;
        if (early && Instant.now().isBefore(planned)) {
            // No attempt is used up: what listens may be an edge, which goes on listening while the server behind it is away.
            early = false;
            waitFor(LOOK_BEHIND_EDGE);
            return;
        }
        early = false;
        relay.events().reconnectFailed(id(), attempt, why);
        planNext();
    }

    @Override
    public void succeeded(UpgradeLink link) {
        dialling = null;
        early = false;
        tunnel.arrive(Leg.UPSTREAM, link.channel());
        link.replaceWith(tunnel.handler(Leg.UPSTREAM));
        int flushed = tunnel.to(Leg.UPSTREAM).gate().destinationBack(ResumeRequest.UNTOLD, Replay.UNCHANGED);
        record.back(Leg.UPSTREAM);
        relay.events().upstreamBack(id(), attempt, Duration.between(since, Instant.now()), flushed);
        tunnel.back(Leg.UPSTREAM);
        HmrSocket hmr = tunnel.hmrPerhaps();
        if (hmr != null) {
            new GapCare(relay, tunnel, hmr).upstreamBack();
        }
    }

    /** False when no attempt is planned: the upstream is there, or is being dialled. */
    boolean retryNow() {
        Future<?> planned = timer;
        if (planned == null) {
            return false;
        }
        planned.cancel(false);
        dial();
        return true;
    }

    /** A cut is over. */
    void linkRestored() {
        if (tunnel.faults().upstreamDown() == null) {
            retryNow();
        }
    }

    /** Changes when the next attempts are made; one that is planned is planned anew. */
    void schedule(Reconnect changed) {
        backoff = new Backoff(changed);
        if (timer != null) {
            timer.cancel(false);
            timer = null;
            attempt--;
            planNext();
        }
    }

    private void exhausted() {
        giveUp("the upstream did not come back: " + (attempt - 1) + " attempts failed");
    }

    /** Ends the connection: nobody waits for the upstream any more. */
    void giveUp(String why) {
        stop();
        tunnel.ending()
                .byEngine()
                .legNotBack(Leg.UPSTREAM, restartSeen ? CloseCode.SERVICE_RESTART : CloseCode.INTERNAL_ERROR, why);
    }

    private void stopLooking() {
        if (probe != null) {
            probe.stop();
            probe = null;
        }
    }

    void stop() {
        stopLooking();
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        if (dialling != null) {
            dialling.abandon();
            dialling = null;
        }
    }
}
