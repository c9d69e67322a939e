package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out how a recorded engine stood at a moment. A connection's counters are those it had in the end, less what went through it after the moment;
 * its state is what its events up to then tell; levels are those written down last. One thread at a time.
 */
final class Standings {
    private final RecordedFacts facts;
    private final RecordedFrames frames;
    private final FrameTally tally;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, List<Event>> events = new HashMap<>();
    private final Instant end;

    /** @param database stays the caller's */
    Standings(java.sql.Connection database, RecordedFacts facts, RecordedFrames frames) throws SQLException {
        this.facts = facts;
        this.frames = frames;
        this.end = facts.end();
        frames.connections().forEach((key, id) -> keys.put(id, key));
        int greatest = keys.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        this.tally = new FrameTally(database, greatest, frames.firstSeq(), frames.lastSeq());
        for (Event event : facts.history()) {
            String connection = event.connection();
            if (connection != null) {
                events.computeIfAbsent(connection, id -> new ArrayList<>()).add(event);
            }
        }
    }

    /** How it stood in the end. */
    Standing last() {
        return new Standing(end, Long.MAX_VALUE, facts.connections(), counters(facts.lastStatus(),
                0, new Both(Connection.Traffic.NONE, Connection.Traffic.NONE), frames.lastSeq()), facts.lastStatus());
    }

    /** @param moment from the begin to the end; what is shown of the frames follows it */
    Standing at(Instant moment) throws SQLException {
        if (!moment.isBefore(end)) {
            frames.showUpTo(frames.lastSeq());
            return last();
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, moment);
        long seq = frames.after(micros);
        FrameTally.After after = tally.from(seq);
        Map<String, Long> rtt = facts.newestRoundTrips(micros);
        Map<String, Connection> connections = new LinkedHashMap<>();
        long active = 0;
        for (Connection connection : facts.connections().values()) {
            if (!connection.openedAt().isAfter(moment)) {
                Instant closed = connection.closedAt();
                boolean over = closed != null && !closed.isAfter(moment);
                active += over ? 0 : 1;
                connections.put(connection.id(), over ? connection : alive(connection, moment, after, rtt));
            }
        }
        StatusJson status = facts.status(micros);
        Both later = new Both(after.of(Direction.TO_UPSTREAM), after.of(Direction.TO_CLIENT));
        frames.showUpTo(seq);
        return new Standing(moment, facts.eventAfter(moment), connections, counters(status, active, later, seq),
                status);
    }

    /** What went both ways. */
    private record Both(Connection.Traffic toUpstream, Connection.Traffic toClient) {}

    private Connection alive(Connection c, Instant moment, FrameTally.After after, Map<String, Long> rtt) {
        Course course = Course.of(events.getOrDefault(c.id(), List.of()), moment);
        int key = keys.getOrDefault(c.id(), 0);
        CloseInfo open = null;
        return new Connection(c.id(), course.state(), c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), null,
                leg(c.client(), c.id(), Leg.CLIENT, course, rtt),
                leg(c.upstream(), c.id(), Leg.UPSTREAM, course, rtt),
                less(c.toUpstream(), after.of(key, Direction.TO_UPSTREAM)),
                less(c.toClient(), after.of(key, Direction.TO_CLIENT)), course.survival(c.survival().hmr()),
                List.copyOf(course.faults()), open, c.handshake());
    }

    private static Connection.LegStatus leg(Connection.LegStatus last, String id, Leg leg, Course course,
            Map<String, Long> rtt) {
        return new Connection.LegStatus(last.address(),
                rtt.getOrDefault(RecordedFacts.legOf(id, leg), Connection.LegStatus.UNKNOWN), course.missed(leg));
    }

    /** Frames that nobody wrote down may be missing on one side, so that a difference is never below nothing. */
    private static Connection.Traffic less(Connection.Traffic all, Connection.Traffic later) {
        return new Connection.Traffic(Math.max(0, all.frames() - later.frames()),
                Math.max(0, all.messages() - later.messages()), Math.max(0, all.bytes() - later.bytes()));
    }

    private Counters counters(StatusJson status, long active, Both later, long endSeq) {
        Counters then = status.counters().toApi();
        Counters last = facts.lastStatus().counters().toApi();
        return new Counters(active, then.totalConnections(), then.failedHandshakes(),
                less(last.toUpstream(), later.toUpstream), less(last.toClient(), later.toClient), then.errors(),
                then.httpRequests(), endSeq, 0, then.captureBytes(), then.upkeep());
    }
}
