package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event.Outcome;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.fault.BreakpointRule;
import dev.socketscope.engine.fault.Stops;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the messages of one direction that breakpoints hold, and in their order what comes behind them: other messages, a Close frame, the
 * end of the stream. Pings and pongs never come here. Belongs to the tunnel's event loop.
 *
 * <pre>
 *   message ─► a breakpoint holds it? ─► │ held │ waits │ held │ Close │ ─► faults, destination
 *                                          └ the front is always held: what has nothing before it leaves
 * </pre>
 *
 * When there is no room for another message the oldest held one goes on, so that the source is always read and no pong gets stuck.
 */
final class HeldQueue {
    /** Messages, held or waiting; their bytes are bounded by the route's buffer. */
    private static final int MOST = 1_000;

    private final Tunnel tunnel;
    private final Direction direction;
    private final Obstacles obstacles;
    private final Stops stops;
    private final BreakpointBoard board;
    private final ArrayDeque<HeldPlace> places = new ArrayDeque<>();
    private long bytes;

    HeldQueue(Tunnel tunnel, Direction direction, Obstacles obstacles, Stops stops, BreakpointBoard board) {
        this.tunnel = tunnel;
        this.direction = direction;
        this.obstacles = obstacles;
        this.stops = stops;
        this.board = board;
    }

    String connection() {
        return tunnel.connection().id();
    }

    Direction direction() {
        return direction;
    }

    Tunnel tunnel() {
        return tunnel;
    }

    /** Whether nothing waits, and nothing can be held. */
    boolean idle() {
        return places.isEmpty() && stops.idle();
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    /** A whole message has come. */
    void message(WireMessage message) {
        BreakpointRule rule = stops.holds(message);
        int length = message.wire().length;
        boolean mayFit = true;
        while (mayFit && !fits(length, rule != null)) {
            mayFit = letFirstGo();
        }
        if (rule != null) {
            hold(rule, message);
        } else if (places.isEmpty()) {
            obstacles.pastBreakpoints(message);
        } else {
            WireMessage plain = new WireMessage(message.opcode(), message.wire());
            add(HeldPlace.waiting(length, () -> obstacles.pastBreakpoints(plain)));
        }
    }

    private void hold(BreakpointRule rule, WireMessage message) {
        boolean fits = fits(message.wire().length, true);
        HeldEntry entry = board.hold(rule, this, message);
        HeldPlace place = HeldPlace.held(entry, () -> obstacles.pastBreakpoints(entry.unchanged()));
        add(place);
        place.until(tunnel.loop()
                .schedule(() -> settle(entry, Outcome.EXPIRED, null), rule.breakpoint().holdFor().toNanos(),
                        TimeUnit.NANOSECONDS));
        if (!fits) {
            settle(entry, Outcome.MADE_ROOM, null);
        }
    }

    private void add(HeldPlace place) {
        places.add(place);
        bytes += place.bytes();
        board.waits(place.bytes());
    }

    private boolean fits(int length, boolean toBeHeld) {
        return places.size() < MOST && bytes + length <= tunnel.policy().buffer().maxBytes()
                && board.hasRoom(length, toBeHeld);
    }

    /** The oldest held message goes on, and what waits only for it; false when nothing is held. */
    private boolean letFirstGo() {
        HeldPlace first = places.peek();
        return first != null && first.held() != null && settle(first.held(), Outcome.MADE_ROOM, null);
    }

    /** Everything goes on: something is coming that cannot wait. */
    void letAllGo() {
        boolean more = true;
        while (more) {
            more = letFirstGo();
        }
    }

    /** The end of what the source sends, or a part of it, comes behind everything that waits. False when nothing does. */
    boolean behind(Runnable end, boolean evenIfLost) {
        if (places.isEmpty()) {
            return false;
        }
        places.add(HeldPlace.end(end, evenIfLost));
        return true;
    }

    /** The breakpoints have changed: what those held that are no more goes on. */
    void changed() {
        List<BreakpointRule> there = board.rules();
        for (HeldPlace place : List.copyOf(places)) {
            HeldEntry entry = place.held();
            if (entry != null && !there.contains(entry.rule())) {
                settle(entry, Outcome.CLEARED, null);
            }
        }
    }

    /** Somebody has decided; false when that was too late. */
    boolean release(HeldEntry entry, Release how) {
        return switch (how) {
            case Release.Forward _ -> settle(entry, Outcome.FORWARDED, null);
            case Release.Edited(var opcode, var payload) -> {
                EngineFrame instead = new EngineFrame(direction.source().other(), opcode, payload);
                yield settle(entry, Outcome.EDITED, () -> obstacles.replaced(instead));
            }
            case Release.Drop _ -> settle(entry, Outcome.DROPPED, () -> {});
        };
    }

    /** @param leaves what happens in the message's place; null when it goes on unchanged */
    private boolean settle(HeldEntry entry, Outcome outcome, @Nullable Runnable leaves) {
        if (!board.settle(entry, outcome)) {
            return false;
        }
        for (HeldPlace place : places) {
            if (place.held() == entry) {
                place.decide(leaves);
            }
        }
        drain();
        return true;
    }

    private void drain() {
        for (HeldPlace first = places.peek(); first != null && first.decided(); first = places.peek()) {
            places.remove();
            forget(first);
            first.leave();
        }
        obstacles.flush();
    }

    private void forget(HeldPlace place) {
        bytes -= place.bytes();
        board.waits(-place.bytes());
    }

    /** The destination gets nothing more. */
    void lose() {
        List<HeldPlace> lost = List.copyOf(places);
        places.clear();
        int messages = 0;
        for (HeldPlace place : lost) {
            forget(place);
            messages += place.isMessage() ? 1 : 0;
            if (place.held() != null && !place.decided() && board.settle(place.held(), Outcome.LOST)) {
                place.decide(null);
            }
        }
        if (messages > 0) {
            board.lost(connection(), direction, messages);
        }
        lost.stream().filter(HeldPlace::evenIfLost).forEach(HeldPlace::leave);
    }
}
