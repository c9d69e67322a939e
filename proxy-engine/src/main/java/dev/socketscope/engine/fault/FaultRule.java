package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.TransportFault;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An armed fault with what all connections share of it: its time, its count and how often it has fired. The count is one for all
 * connections together. Any thread may ask.
 */
public final class FaultRule {
    private final ArmedFault armed;
    private final MessageSelector selector;
    private final long armedNanos;
    private final long startNanos;
    /** Meaningless unless {@link #ends}. */
    private final long endNanos;
    private final boolean ends;
    private final AtomicLong candidates = new AtomicLong();
    private final AtomicLong left;
    private final AtomicLong fired = new AtomicLong();
    private volatile long lastFiredNanos;

    private FaultRule(ArmedFault armed, @Nullable TextMatcher text, long now) {
        this.armed = armed;
        this.selector = new MessageSelector(armed.fault().match(), text);
        this.armedNanos = now;
        this.startNanos = now + armed.fault().after().toNanos();
        long time = time(armed);
        this.ends = time != Waits.NEVER;
        this.endNanos = startNanos + time;
        Integer count = armed.fault().count();
        this.left = new AtomicLong(count == null ? Long.MAX_VALUE : count);
    }

    /**
     * @param text what {@code match.text} means; null when and only when the fault has none
     * @param now the moment of {@link ArmedFault#armedAt()} in nanoseconds of the clock that all questions will use
     */
    public static FaultRule arm(ArmedFault armed, @Nullable TextMatcher text, long now) {
        return new FaultRule(armed, text, now);
    }

    /** From the beginning to the end, whichever of duration and cycles ends first. */
    private static long time(ArmedFault armed) {
        long time = armed.fault().duration() == null ? Waits.NEVER : armed.fault().duration().toNanos();
        if (armed.spec() instanceof EndingFault.Flap flap && flap.cycles() != null) {
            return Math.min(time, Flap.length(flap, flap.cycles()));
        }
        return time;
    }

    public ArmedFault armed() {
        return armed;
    }

    public String id() {
        return armed.id();
    }

    FaultMatch match() {
        return armed.fault().match();
    }

    /** Whether the message's own selectors leave it. */
    boolean concerns(Message message) {
        return selector.leaves(message);
    }

    /** When it began or will begin, nanoseconds of the clock. */
    long startNanos() {
        return startNanos;
    }

    /** Whether it may act at that moment: {@code after} has passed, the end has not. */
    boolean isActive(long now) {
        return now - startNanos >= 0 && !isOver(now);
    }

    private boolean isOver(long now) {
        return ends && now - endNanos >= 0;
    }

    /** How long until it begins or ends; {@link Waits#NEVER} when it does neither. */
    long untilChange(long now) {
        if (now - startNanos < 0) {
            return startNanos - now;
        }
        return ends && now - endNanos < 0 ? endNanos - now : Waits.NEVER;
    }

    /** Whether it can never act again and has to be disarmed. */
    public boolean isSpent(long now) {
        return isOver(now) || left.get() == 0 && !lasts();
    }

    /** Whether it is spent because of its time. */
    public boolean isExpired(long now) {
        return isOver(now);
    }

    /** Whether it may not act again, though it may still have to end what it has begun. */
    boolean isUsedUp() {
        return left.get() == 0;
    }

    /** Whether what it has begun is not to be gone on with; a fault that has acted for the last time still ends it. */
    boolean isDisarmed(List<FaultRule> inScope) {
        return !inScope.contains(this) && !isUsedUp();
    }

    /** What it has taken hold of it keeps, so it is not spent when its count is. */
    boolean lasts() {
        return armed.spec() instanceof TransportFault && !(armed.spec() instanceof TransportFault.MaxBytes);
    }

    /** The number, from 1, of the next handshake or connection that comes to it. */
    long nextCandidate() {
        return candidates.incrementAndGet();
    }

    /** Takes one of the count; false when none is left. */
    boolean take() {
        long before = left.getAndUpdate(n -> n == 0 || n == Long.MAX_VALUE ? n : n - 1);
        return before > 0;
    }

    /** Notes a firing and puts it in words. */
    Firing fire(String detail, long now) {
        lastFiredNanos = now;
        fired.incrementAndGet();
        return new Firing(id(), armed.type(), detail, left.get() == 0 && !lasts());
    }

    /** For people; a firing that happens meanwhile may or may not be in it. */
    public FaultStatus status() {
        long times = fired.get();
        Instant last = times == 0 ? null : armed.armedAt().plusNanos(lastFiredNanos - armedNanos);
        Instant end = ends ? armed.armedAt().plusNanos(endNanos - armedNanos) : null;
        return new FaultStatus(armed, times, last, end);
    }
}
