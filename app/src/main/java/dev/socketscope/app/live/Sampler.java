package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Engine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the engine's picture again and again and finds out what changed. Used by one thread at a time.
 *
 * <pre>
 *   engine.connections() ─┐
 *   engine.counters() ────┼─► rates, trends, differences ─► LiveState
 *   engine.events(…) ─────┤
 *   hmr(), levels(), … ───┘
 * </pre>
 */
final class Sampler {
    private static final long TREND_NANOS = 500_000_000;
    private static final long CLOCK_NANOS = 1_000_000_000;
    /** Unless everything has to be told each second. */
    private static final long SLOW_CLOCK_NANOS = 5 * CLOCK_NANOS;
    private static final long NEVER = Long.MIN_VALUE;
    /** After the last news; by then all rates are back at nothing. */
    private static final long REST_NANOS = 2_500_000_000L;

    private final Engine engine;
    private final boolean eachSecond;
    private final EventTail tail = new EventTail();
    private final ReadingsTail readings = new ReadingsTail();
    private final RateWindow totals = new RateWindow();
    private Map<String, Track> tracks = new HashMap<>();
    private LiveState last = LiveState.NOTHING;
    private long nextTrend = NEVER;
    /** When everything was told, whatever had changed. */
    private long told = NEVER;
    private long restsFrom = NEVER;
    /** Any thread reads. */
    private volatile boolean resting;
    /** Since the last picture, because the engine was at rest. Few even where time stands still, as in a paused recording. */
    private int skips;
    /** The moments of the newest of them: as many as rates are told of. */
    private final Deque<Long> skipped = new ArrayDeque<>();

    /**
     * @param eachSecond whether everything has to be told each second, as of a recording, whose time is not that of a clock; else what
     *        nothing but time and pings changed is told every five
     */
    Sampler(Engine engine, boolean eachSecond) {
        this.engine = engine;
        this.eachSecond = eachSecond;
    }

    /** @param events so many are kept; from any thread */
    void keepAtMost(int events) {
        tail.keepAtMost(events);
    }

    /** The next sample tells everything. */
    void hurry() {
        told = NEVER;
    }

    /**
     * @param nanos of a clock that never goes back
     * @return the state before, the very same object, when there is nothing new to show; what only pings changed is shown with the next second, or the fifth
     */
    LiveState sample(long nanos, Instant at) {
        Counters counters = engine.counters();
        totals.add(nanos, counters.toUpstream(), counters.toClient());
        RecentEvents events = tail.read(engine);
        resting = nanos >= restsFrom && events == last.events() && Calm.same(counters, last.counters());
        if (resting && !isDue(nanos) && mayWait()) {
            skip(nanos);
            return last;
        }
        boolean point = nanos >= nextTrend;
        if (point) {
            nextTrend = nanos + TREND_NANOS;
        }
        LiveState next = new LiveState(at, counters, totals.rates(Direction.TO_UPSTREAM),
                totals.rates(Direction.TO_CLIENT), connections(nanos, point), events,
                readings.read(engine, nanos, at));
        boolean moved = moved(next);
        if (moved) {
            restsFrom = nanos + REST_NANOS;
            resting = false;
        }
        if (clockTicks(nanos) ? changed(next) || hasAges(next) : moved || next.readings() != last.readings()) {
            last = next;
        }
        return last;
    }

    /** Whether nothing but pings has happened for some seconds, and no trend has anything to show. From any thread. */
    boolean rests() {
        return resting;
    }

    /**
     * Whether the connections of an engine at rest need be asked for only with the next tick of the clock: what they and the readings tell
     * anew comes with an event or with traffic.
     */
    private boolean mayWait() {
        return skips < (eachSecond ? 1 : 5) * RateWindow.SLOTS;
    }

    private void skip(long nanos) {
        skips++;
        skipped.addLast(nanos);
        if (skipped.size() > RateWindow.SLOTS) {
            skipped.removeFirst();
        }
    }

    private List<LiveConnection> connections(long nanos, boolean point) {
        List<Connection> now = engine.connections();
        Map<String, Track> kept = HashMap.newHashMap(now.size());
        List<LiveConnection> live = new ArrayList<>(now.size());
        for (Connection connection : now) {
            Track track = tracks.get(connection.id());
            if (track == null) {
                track = new Track(connection);
            }
            skipped.forEach(track::rest);
            kept.put(connection.id(), track);
            live.add(track.update(connection, nanos, point));
        }
        tracks = kept;
        skipped.clear();
        skips = 0;
        return sameObjects(live, last.connections()) ? last.connections() : List.copyOf(live);
    }

    private boolean clockTicks(long nanos) {
        if (!isDue(nanos)) {
            return false;
        }
        told = nanos;
        return true;
    }

    private boolean isDue(long nanos) {
        long since = nanos - told;
        return told == NEVER || since >= SLOW_CLOCK_NANOS
                || since >= CLOCK_NANOS && (eachSecond || countsDown(last));
    }

    /** Whether something is armed, waits or is replayed, of which time is told wherever it is shown. */
    private static boolean countsDown(LiveState state) {
        Readings readings = state.readings();
        return !readings.faults().isEmpty() || !readings.hmr().isEmpty()
                || !readings.interception().equals(Interception.NONE)
                || state.connections().stream().anyMatch(each -> each.connection().survival().away() != null);
    }

    /** Times are shown in seconds, so a live connection or an armed fault needs a new picture with the clock even when nothing moves. */
    private static boolean hasAges(LiveState next) {
        return next.counters().activeConnections() > 0 || !next.readings().faults().isEmpty();
    }

    /**
     * Whether anything happened that is worth a picture at once. Pings and their round trips are not: a hundred quiet
     * connections have ten of them a second, and a window that nobody looks at would be drawn all the time.
     */
    private boolean moved(LiveState next) {
        return next.events() != last.events() || !Calm.same(next.counters(), last.counters())
                || !Calm.same(next.toUpstream(), last.toUpstream()) || !Calm.same(next.toClient(), last.toClient())
                || !Calm.same(next.connections(), last.connections());
    }

    private boolean changed(LiveState next) {
        return next.connections() != last.connections() || next.events() != last.events()
                || next.readings() != last.readings()
                || !next.counters().equals(last.counters()) || !next.toUpstream().equals(last.toUpstream())
                || !next.toClient().equals(last.toClient());
    }

    private static boolean sameObjects(List<LiveConnection> some, List<LiveConnection> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
