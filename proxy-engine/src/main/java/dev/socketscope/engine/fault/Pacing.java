package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.TransportFault;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
    private static final class Placed {
        private final FaultRule rule;
        private final TransportFault spec;
        private final Grip grip;
        private final SplittableRandom random;
        private boolean told;
        /** Where {@code max-bytes} ends the connection; meaningless until it is told. */
        private long limit;

        Placed(FaultRule rule, TransportFault spec, Grip grip, SplittableRandom random) {
            this.rule = rule;
            this.spec = spec;
            this.grip = grip;
            this.random = random;
        }
    }

    private final List<Placed> faults = new ArrayList<>();
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
        faults.removeIf(each -> !inScope.contains(each.rule));
        for (FaultRule rule : inScope) {
            if (rule.armed().spec() instanceof TransportFault spec && rule.match().includes(direction)
                    && faults.stream().noneMatch(each -> each.rule == rule)) {
                faults.add(new Placed(rule, spec, grips.of(rule),
                        Seeds.stream(rule, 2 * connection.ordinal() + direction.ordinal())));
            }
        }
        if (faults.stream().noneMatch(each -> each.spec instanceof TransportFault.Latency)) {
            // What was only delayed is not delayed any longer.
            delays.clear();
        }
        pauses &= faults.stream().anyMatch(each -> each.spec instanceof TransportFault.Slice);
    }

    /** Whether bytes may simply be passed on. */
    public boolean idle() {
        return faults.isEmpty() && delays.isEmpty();
    }

    /** Bytes have come, read at that moment. */
    public void arrived(int bytes, long readNanos) {
        long delay = 0;
        for (Placed each : faults) {
            if (each.spec instanceof TransportFault.Latency latency && holds(each, readNanos)) {
                delay += Delays.sample(latency, each.random);
            } else if (each.spec instanceof TransportFault.MaxBytes max && !each.told && each.grip.holds(readNanos)) {
                each.told = true;
                each.limit = arrived + max.bytes();
            }
        }
        delays.add(arrived, readNanos, delay);
        arrived += bytes;
    }

    /** A fault that lasts is told of once, when it has taken hold. */
    private boolean holds(Placed each, long now) {
        boolean holds = each.grip.holds(now);
        if (holds && !each.told) {
            each.told = true;
            listener.fired(each.rule.fire(each.rule.armed().type().wireName() + ' ' + direction.wireName(), now));
        }
        return holds;
    }

    /** How many bytes may leave now, of those that have arrived. */
    public long ready(long now) {
        long allowed = Math.min(arrived, Math.min(delays.heldFrom(now), limit())) - left;
        if (allowed <= 0 || blackHole(now) || pauses && pausedUntil - now > 0) {
            return 0;
        }
        long rate = rate(now);
        if (rate == Long.MAX_VALUE) {
            bucket.reset();
        } else {
            allowed = Math.min(allowed, bucket.available(rate, now));
        }
        return Math.min(allowed, slice(now));
    }

    private long limit() {
        long limit = Long.MAX_VALUE;
        for (Placed each : faults) {
            if (each.spec instanceof TransportFault.MaxBytes && each.told) {
                limit = Math.min(limit, each.limit);
            }
        }
        return limit;
    }

    private boolean blackHole(long now) {
        boolean hole = false;
        for (Placed each : faults) {
            hole |= each.spec instanceof TransportFault.BlackHole && holds(each, now);
        }
        return hole;
    }

    private long rate(long now) {
        long rate = Long.MAX_VALUE;
        for (Placed each : faults) {
            if (each.spec instanceof TransportFault.Bandwidth b && holds(each, now)) {
                rate = Math.min(rate, b.bytesPerSecond());
            }
        }
        return rate;
    }

    private long slice(long now) {
        long smallest = Long.MAX_VALUE;
        for (Placed each : faults) {
            if (each.spec instanceof TransportFault.Slice s && holds(each, now)) {
                smallest = Math.min(smallest, s.bytes());
            }
        }
        return smallest;
    }

    /** So many bytes have left, of those that were ready. */
    public void left(long bytes, long now) {
        left += bytes;
        bucket.take(bytes);
        long pause = 0;
        for (Placed each : faults) {
            if (each.spec instanceof TransportFault.Slice s && each.grip.holds(now)) {
                pause = Math.max(pause, s.delay().toNanos());
            }
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
        for (Placed each : faults) {
            if (each.spec instanceof TransportFault.MaxBytes max && each.told && left >= each.limit
                    && each.grip.fires(now)) {
                String reason = max.bytes() + " bytes " + direction.wireName();
                listener.fired(each.rule.fire("connection ended after " + reason, now));
                return new Ending(Command.Legs.BOTH, Command.Mode.FIN, Endings.GOING_AWAY, "after " + reason,
                        each.rule.id());
            }
        }
        return null;
    }

    /** How long until {@link #ready} may answer with more. */
    public long untilNext(long now) {
        if (arrived == left || limit() <= left || blackHole(now)) {
            return Waits.NEVER;
        }
        long wait = Math.max(delays.untilRelease(left, now), pauses ? Waits.until(pausedUntil, now) : 0);
        long rate = rate(now);
        return rate == Long.MAX_VALUE ? wait : Math.max(wait, bucket.untilSome(rate, arrived - left));
    }
}
