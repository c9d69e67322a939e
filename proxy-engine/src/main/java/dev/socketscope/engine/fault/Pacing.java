package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.TransportFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of one direction leave under transport faults: in order, none changed, none lost.
 *
 * <pre>
 *   arrived ─► latency: each read gets the moment before which it may not leave
 *           ─► black hole: nothing leaves
 *           ─► bandwidth: so many bytes a second, in grains of {@value #GRAIN_MILLIS} ms
 *           ─► slice: pieces with a pause behind each
 * </pre>
 *
 * Several of a kind compose: latencies add up, the smallest bandwidth and the smallest slice rule. Belongs to the connection's thread.
 */
public final class Pacing {
    static final long GRAIN_MILLIS = 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PARETO_ALPHA = 3;

    /** Bytes of one read that may not leave before a moment. */
    private record Stamp(long startOffset, long releaseNanos) {}

    private static final class Rule {
        private final FaultRule rule;
        private final TransportFault spec;
        private final Grip grip;
        private final SplittableRandom random;
        private boolean told;
        private long counted;

        Rule(FaultRule rule, TransportFault spec, ConnectionFacts connection, Direction direction) {
            this.rule = rule;
            this.spec = spec;
            this.grip = new Grip(rule, connection);
            this.random = Seeds.stream(rule, 2 * connection.ordinal() + direction.ordinal());
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Direction direction;
    private final FiringListener listener;
    private final Deque<Stamp> stamps = new ArrayDeque<>();
    private long arrived;
    private long left;
    private long lastRelease = Long.MIN_VALUE;
    private double tokens;
    private long tokensAt;
    private long pausedUntil = Long.MIN_VALUE;
    private @Nullable String exceeded;

    Pacing(Direction direction, FiringListener listener) {
        this.direction = direction;
        this.listener = listener;
    }

    /** Other faults from now on; those that stay keep their hold and their luck. */
    void use(List<FaultRule> inScope, ConnectionFacts connection) {
        rules.removeIf(each -> !inScope.contains(each.rule));
        for (FaultRule rule : inScope) {
            if (rule.armed().spec() instanceof TransportFault spec && rule.match().includes(direction)
                    && rules.stream().noneMatch(each -> each.rule == rule)) {
                rules.add(new Rule(rule, spec, connection, direction));
            }
        }
        if (rules.stream().noneMatch(each -> each.spec instanceof TransportFault.Latency)) {
            // What was only delayed is not delayed any longer.
            stamps.clear();
            lastRelease = Long.MIN_VALUE;
        }
        if (rules.stream().noneMatch(each -> each.spec instanceof TransportFault.Slice)) {
            pausedUntil = Long.MIN_VALUE;
        }
    }

    /** Whether bytes may simply be passed on. */
    public boolean idle() {
        return rules.isEmpty() && stamps.isEmpty();
    }

    /** Bytes have come, read at that moment. */
    public void arrived(int bytes, long readNanos) {
        long start = arrived;
        arrived += bytes;
        long delay = 0;
        for (Rule each : rules) {
            if (each.spec instanceof TransportFault.Latency latency && holds(each, readNanos)) {
                delay += sample(latency, each.random);
            } else if (each.spec instanceof TransportFault.MaxBytes max && holds(each, readNanos)) {
                each.counted += bytes;
                if (each.counted > max.bytes() && exceeded == null) {
                    exceeded = each.rule.id();
                }
            }
        }
        long release = Math.max(readNanos + delay, lastRelease);
        if (delay > 0 || release > readNanos) {
            lastRelease = release;
            stamps.add(new Stamp(start, release));
        }
    }

    private boolean holds(Rule each, long now) {
        boolean holds = each.grip.holds(now);
        if (holds && !each.told) {
            each.told = true;
            listener.fired(each.rule.fire(each.rule.armed().type().wireName() + " " + direction.wireName(), now));
        }
        return holds;
    }

    static long sample(TransportFault.Latency latency, RandomGenerator random) {
        double delay = latency.delay().toNanos();
        double jitter = latency.jitter().toNanos();
        double sampled = switch (latency.distribution()) {
            case UNIFORM -> delay + jitter * (2 * random.nextDouble() - 1);
            case NORMAL -> delay + jitter * random.nextGaussian();
            case PARETO -> delay + jitter * pareto(random);
        };
        return (long) Math.max(0, sampled);
    }

    /** Mean 0, standard deviation 1: α/(α−1) and √(α/((α−1)²(α−2))) for a scale of 1. */
    private static double pareto(RandomGenerator random) {
        double value = Math.pow(1 - random.nextDouble(), -1 / PARETO_ALPHA);
        double mean = PARETO_ALPHA / (PARETO_ALPHA - 1);
        double deviation = Math.sqrt(PARETO_ALPHA / ((PARETO_ALPHA - 1) * (PARETO_ALPHA - 1) * (PARETO_ALPHA - 2)));
        return (value - mean) / deviation;
    }

    /** Id of the fault whose number of bytes has been passed; null when none has. */
    public @Nullable String exceeded() {
        return exceeded;
    }

    /** How many bytes may leave now, of those that have arrived. */
    public long ready(long now) {
        long allowed = arrived - left;
        while (!stamps.isEmpty() && stamps.peek().releaseNanos() - now <= 0) {
            stamps.remove();
        }
        Stamp first = stamps.peek();
        if (first != null) {
            allowed = Math.min(allowed, first.startOffset() - left);
        }
        if (allowed <= 0 || blackHole(now) || pausedUntil != Long.MIN_VALUE && pausedUntil - now > 0) {
            return 0;
        }
        allowed = Math.min(allowed, bandwidth(now));
        return Math.min(allowed, slice(now));
    }

    private boolean blackHole(long now) {
        boolean hole = false;
        for (Rule each : rules) {
            hole |= each.spec instanceof TransportFault.BlackHole && holds(each, now);
        }
        return hole;
    }

    private long bandwidth(long now) {
        long rate = rate(now);
        if (rate == Long.MAX_VALUE) {
            tokensAt = now;
            tokens = 0;
            return Long.MAX_VALUE;
        }
        double most = Math.max(1, rate * GRAIN_MILLIS / 1_000.0);
        tokens = Math.min(most, tokens + (now - tokensAt) * (rate / NANOS_PER_SECOND));
        tokensAt = now;
        return (long) tokens;
    }

    private long rate(long now) {
        long rate = Long.MAX_VALUE;
        for (Rule each : rules) {
            if (each.spec instanceof TransportFault.Bandwidth b && holds(each, now)) {
                rate = Math.min(rate, b.bytesPerSecond());
            }
        }
        return rate;
    }

    private long slice(long now) {
        long smallest = Long.MAX_VALUE;
        for (Rule each : rules) {
            if (each.spec instanceof TransportFault.Slice s && holds(each, now)) {
                smallest = Math.min(smallest, s.bytes());
            }
        }
        return smallest;
    }

    /** So many bytes have left. */
    public void left(long bytes, long now) {
        left += bytes;
        tokens -= bytes;
        long pause = 0;
        for (Rule each : rules) {
            if (each.spec instanceof TransportFault.Slice s && each.grip.holds(now)) {
                pause = Math.max(pause, s.delay().toNanos());
            }
        }
        if (pause > 0) {
            pausedUntil = now + pause;
        }
    }

    /** How long until {@link #ready} may answer with more. */
    public long untilNext(long now) {
        if (arrived == left || blackHole(now)) {
            return Waits.NEVER;
        }
        long wait = 0;
        Stamp first = stamps.peek();
        if (first != null && first.startOffset() <= left) {
            wait = Math.max(wait, first.releaseNanos() - now);
        }
        if (pausedUntil != Long.MIN_VALUE) {
            wait = Math.max(wait, pausedUntil - now);
        }
        long rate = rate(now);
        if (rate != Long.MAX_VALUE && tokens < 1) {
            double grain = Math.max(1, rate * GRAIN_MILLIS / 2_000.0);
            wait = Math.max(wait, (long) ((Math.min(grain, arrived - left) - tokens) * NANOS_PER_SECOND / rate));
        }
        return Math.max(0, wait);
    }
}
