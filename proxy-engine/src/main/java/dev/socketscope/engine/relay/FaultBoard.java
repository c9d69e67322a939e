package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Event.DisarmReason;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.fault.FaultRule;
import dev.socketscope.engine.fault.FaultRules;
import dev.socketscope.engine.fault.Firing;
import dev.socketscope.engine.fault.TextMatcher;
import dev.socketscope.engine.fault.Waits;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The armed faults of an engine. Any thread may arm and disarm; connections are told at once, each on its own event loop. */
final class FaultBoard {
    /** Who arms more than that has a program gone wrong. */
    private static final int MOST = 200;
    private static final int MOST_PLACES = 10_000;

    private final EngineEvents events;
    private final ConnectionRegistry registry;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, LongAdder> fired = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> ordinals = new ConcurrentHashMap<>();
    private volatile FaultRules rules = FaultRules.NONE;
    private @Nullable Future<?> timer;

    FaultBoard(EngineEvents events, ConnectionRegistry registry) {
        this.events = events;
        this.registry = registry;
    }

    FaultRules rules() {
        return rules;
    }

    List<FaultStatus> status() {
        return rules.status();
    }

    /** How often faults of each type have acted. */
    Map<String, Long> fired() {
        Map<String, Long> sums = new java.util.TreeMap<>();
        fired.forEach((type, sum) -> sums.put(type, sum.sum()));
        return sums;
    }

    /** How many connections to a place came before; the same for each run with the same connections. */
    long ordinal(String route, String path) {
        String place = ordinals.size() < MOST_PLACES ? route + ' ' + path : "";
        return ordinals.computeIfAbsent(place, _ -> new AtomicInteger()).getAndIncrement();
    }

    /** @return the id; null when there are as many faults as allowed */
    @Nullable
    String arm(Fault fault, @Nullable TextMatcher text) {
        ArmedFault armed = new ArmedFault("flt_" + numbers.incrementAndGet(), fault, Instant.now());
        synchronized (this) {
            if (rules.all().size() >= MOST) {
                return null;
            }
            rules = rules.with(FaultRule.arm(armed, text, System.nanoTime()));
            watch();
        }
        events.faultArmed(armed);
        tell();
        return armed.id();
    }

    /** Empty when there is no such fault. */
    Optional<FaultRule> disarm(String id) {
        Optional<FaultRule> rule = rules.find(id);
        rule.ifPresent(r -> remove(List.of(r), DisarmReason.USER));
        return rule;
    }

    List<FaultRule> disarmAll() {
        List<FaultRule> all = rules.all();
        remove(all, DisarmReason.USER);
        return all;
    }

    private void remove(List<FaultRule> gone, DisarmReason why) {
        List<FaultRule> there;
        synchronized (this) {
            there = gone.stream().filter(rules.all()::contains).toList();
            rules = rules.without(there);
            watch();
        }
        for (FaultRule rule : there) {
            events.faultDisarmed(rule.armed(), why);
        }
        if (!there.isEmpty()) {
            tell();
        }
    }

    private void tell() {
        registry.tell(tunnel -> tunnel.faults().refresh());
    }

    /** Wakes when a fault begins or ends. */
    private void watch() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        long wait = rules.untilChange(System.nanoTime());
        if (wait != Waits.NEVER) {
            timer = GlobalEventExecutor.INSTANCE.schedule(this::changed, wait + 1_000_000, TimeUnit.NANOSECONDS);
        }
    }

    private void changed() {
        removeSpent();
        synchronized (this) {
            watch();
        }
        tell();
    }

    private void removeSpent() {
        long now = System.nanoTime();
        List<FaultRule> spent = rules.spent(now);
        remove(spent.stream().filter(rule -> rule.isExpired(now)).toList(), DisarmReason.EXPIRED);
        remove(spent.stream().filter(rule -> !rule.isExpired(now)).toList(), DisarmReason.COUNT_USED_UP);
    }

    /** A fault has acted on a connection; on that connection's event loop. */
    void fired(String connection, Firing firing) {
        fired.computeIfAbsent(firing.type().wireName(), _ -> new LongAdder()).increment();
        events.faultFired(connection, firing);
        if (firing.last()) {
            // Not from within: the one that asks must not find its rules changed.
            GlobalEventExecutor.INSTANCE.execute(this::removeSpent);
        }
    }

    synchronized void close() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
