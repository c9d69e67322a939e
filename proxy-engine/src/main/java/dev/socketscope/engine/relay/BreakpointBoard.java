package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event.DisarmReason;
import dev.socketscope.engine.api.Event.Outcome;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.fault.BreakpointRule;
import dev.socketscope.engine.fault.TextMatcher;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The breakpoints of an engine and the messages that they hold. Any thread may set and clear; connections are told at once, each on its
 * own event loop.
 */
final class BreakpointBoard {
    /** Who sets more than that has a program gone wrong. */
    private static final int MOST = 100;
    /** On all connections together. */
    private static final int MOST_HELD = 500;
    private static final long MOST_BYTES = 64L << 20;

    private final EngineEvents events;
    private final ConnectionRegistry registry;
    private final Tally tally;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger heldNumbers = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Map<Integer, HeldEntry> held = new ConcurrentSkipListMap<>();
    private volatile List<BreakpointRule> rules = List.of();

    BreakpointBoard(EngineEvents events, ConnectionRegistry registry, Tally tally) {
        this.events = events;
        this.registry = registry;
        this.tally = tally;
    }

    List<BreakpointRule> rules() {
        return rules;
    }

    List<BreakpointStatus> status() {
        return rules.stream().map(BreakpointRule::status).toList();
    }

    List<HeldMessage> heldMessages() {
        return held.values().stream().map(HeldEntry::message).toList();
    }

    Optional<HeldEntry> find(String id) {
        return held.values().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** @return the id; null when there are as many breakpoints as allowed */
    @Nullable
    String set(Breakpoint breakpoint, @Nullable TextMatcher text) {
        BreakpointRule rule = new BreakpointRule("brk_" + numbers.incrementAndGet(), breakpoint, text, Instant.now());
        synchronized (this) {
            if (rules.size() >= MOST) {
                return null;
            }
            rules = Stream.concat(rules.stream(), Stream.of(rule)).toList();
        }
        events.breakpointSet(rule);
        tell();
        return rule.id();
    }

    /** False when there is no such breakpoint. */
    boolean clear(String id) {
        List<BreakpointRule> meant = rules.stream().filter(rule -> rule.id().equals(id)).toList();
        return remove(meant, DisarmReason.USER) > 0;
    }

    int clearAll() {
        return remove(rules, DisarmReason.USER);
    }

    private int remove(List<BreakpointRule> gone, DisarmReason why) {
        List<BreakpointRule> there;
        synchronized (this) {
            there = gone.stream().filter(rules::contains).toList();
            rules = rules.stream().filter(rule -> !there.contains(rule)).toList();
        }
        there.forEach(rule -> events.breakpointCleared(rule, why));
        if (!there.isEmpty()) {
            tell();
        }
        return there.size();
    }

    private void tell() {
        registry.tell(tunnel -> tunnel.breakpoints().refresh());
    }

    /** Whether one more message finds room beside those that wait on all connections. */
    boolean hasRoom(int length, boolean toBeHeld) {
        return bytes.get() + length <= MOST_BYTES && !(toBeHeld && held.size() >= MOST_HELD);
    }

    /** So many bytes more wait, or fewer. */
    void waits(int change) {
        bytes.addAndGet(change);
    }

    /** A message is held from now on. */
    HeldEntry hold(BreakpointRule rule, HeldQueue queue, WireMessage message) {
        int number = heldNumbers.incrementAndGet();
        HeldEntry entry = HeldEntry.of(number, rule, queue, message);
        held.put(number, entry);
        events.messageHeld(entry.message());
        return entry;
    }

    /** Somebody or something has decided; false when that had happened before. */
    boolean settle(HeldEntry entry, Outcome outcome) {
        if (!held.remove(entry.number(), entry)) {
            return false;
        }
        entry.rule().letGo();
        events.messageReleased(entry.message(), outcome);
        if (entry.rule().isSpent()) {
            remove(List.of(entry.rule()), DisarmReason.COUNT_USED_UP);
        }
        return true;
    }

    /** So many messages, held or behind held ones, have vanished with their connection. */
    void lost(String connection, Direction direction, int messages) {
        tally.dropped(messages);
        events.messagesDropped(connection, direction, messages, "held when the connection ended");
    }
}
