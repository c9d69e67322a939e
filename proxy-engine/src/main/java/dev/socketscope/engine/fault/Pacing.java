package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.TransportFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of one direction leave under transport faults: in order, none changed, none lost.
 *
 * <pre>
 *   arrived ─► latency: each read gets the moment before which it may not leave
 *           ─► black hole: nothing leaves
 *           ─► max-bytes: so many leave, then the connection ends
 *           ─► bandwidth: so many a second, in grains of some 10 ms
 *           ─► slice: pieces with a pause behind each
 * </pre>
 *
 * Several of a kind compose: latencies add up, the smallest bandwidth, slice and number of bytes rule, and so does the longest pause.
 * Belongs to the connection's thread.
 */
public final class Pacing {
    private final List<PacingAct> acts = new ArrayList<>();
    private final Direction direction;
    private final FiringListener listener;
    private final Delays delays = new Delays();
    private final TokenBucket bucket = new TokenBucket();
    private long arrived;
    private long left;
    private boolean pauses;
    private long pausedUntil;

    Pacing(Direction direction, FiringListener listener) {
        this.direction = direction;
        this.listener = listener;
    }

    /** Other faults from now on; those that stay keep their hold and their luck. */
    void use(List<FaultRule> inScope, ConnectionFacts connection, Grips grips) {
        acts.removeIf(each -> !inScope.contains(each.hold().rule()));
        for (FaultRule rule : inScope) {
            if (rule.armed().spec() instanceof TransportFault spec && rule.match().includes(direction)
                    && acts.stream().noneMatch(each -> each.hold().rule() == rule)) {
                ConnectionHold hold = new ConnectionHold(rule, grips.of(rule), listener);
                acts.add(PacingAct.of(spec, new DirectionHold(hold, direction,
                        Seeds.stream(rule, 2 * connection.ordinal() + direction.ordinal()))));
            }
        }
        if (acts.stream().noneMatch(Latency.class::isInstance)) {
            // What was only delayed is not delayed any longer.
            delays.clear();
        }
        pauses &= acts.stream().anyMatch(Slice.class::isInstance);
    }

    /** Whether bytes may simply be passed on. */
    public boolean idle() {
        return acts.isEmpty() && delays.isEmpty();
    }

    /** Bytes have come, read at that moment. */
    public void arrived(int bytes, long readNanos) {
        long delay = 0;
        for (PacingAct act : acts) {
            delay += act.arrived(arrived, readNanos);
        }
        delays.add(arrived, readNanos, delay);
        arrived += bytes;
    }

    /** How many bytes may leave now, of those that have arrived. */
    public long ready(long now) {
        long allowed = Math.min(arrived, Math.min(delays.heldFrom(now), limit())) - left;
        if (allowed <= 0 || swallows(now) || pauses && pausedUntil - now > 0) {
            return 0;
        }
        long rate = rate(now);
        if (rate == Long.MAX_VALUE) {
            bucket.reset();
        } else {
            allowed = Math.min(allowed, bucket.available(rate, now));
        }
        for (PacingAct act : acts) {
            allowed = Math.min(allowed, act.slice(now));
        }
        return allowed;
    }

    private long limit() {
        long limit = Long.MAX_VALUE;
        for (PacingAct act : acts) {
            limit = Math.min(limit, act.limit());
        }
        return limit;
    }

    private boolean swallows(long now) {
        boolean swallows = false;
        for (PacingAct act : acts) {
            swallows |= act.swallows(now);
        }
        return swallows;
    }

    private long rate(long now) {
        long rate = Long.MAX_VALUE;
        for (PacingAct act : acts) {
            rate = Math.min(rate, act.rate(now));
        }
        return rate;
    }

    /** So many bytes have left, of those that were ready. */
    public void left(long bytes, long now) {
        left += bytes;
        bucket.take(bytes);
        long pause = 0;
        for (PacingAct act : acts) {
            pause = Math.max(pause, act.pauseNanos(now));
        }
        pauses = pause > 0;
        pausedUntil = now + pause;
    }

    /** Everything that has arrived and not left will never leave: its destination is gone. */
    public void discarded() {
        left = arrived;
    }

    /** The end of the connection, once as many bytes have left as {@code max-bytes} allows; null before. To be asked whenever some left. */
    public @Nullable Ending ending(long now) {
        for (PacingAct act : acts) {
            Ending ending = act.ending(left, now);
            if (ending != null) {
                return ending;
            }
        }
        return null;
    }

    /** How long until {@link #ready} may answer with more. */
    public long untilNext(long now) {
        if (arrived == left || limit() <= left || swallows(now)) {
            return Waits.NEVER;
        }
        long wait = Math.max(delays.untilRelease(left, now), pauses ? Waits.until(pausedUntil, now) : 0);
        long rate = rate(now);
        return rate == Long.MAX_VALUE ? wait : Math.max(wait, bucket.untilSome(rate, arrived - left));
    }
}
