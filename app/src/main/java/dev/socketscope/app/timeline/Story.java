package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.timeline.Piece.Kind;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells one connection's life from its events; what they do not tell comes from the connection itself. */
final class Story {
    private final Connection connection;
    private final List<Piece> pieces = new ArrayList<>();
    private Kind kind;
    private Instant since;
    private String text;
    private @Nullable Plan plan;

    private Story(Connection connection) {
        this.connection = connection;
        since = connection.openedAt();
        boolean refused = connection.close() != null && connection.close().manner() == CloseInfo.Manner.HANDSHAKE;
        kind = connection.state() == State.CONNECTING || refused ? Kind.CONNECTING : Kind.OPEN;
        text = Strings.of(kind == Kind.OPEN ? "timeline.open" : "timeline.connecting");
    }

    static Story of(Connection connection, List<Event> events) {
        Story story = new Story(connection);
        events.forEach(story::read);
        story.end();
        return story;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The attempt that comes next; null when none is planned. */
    @Nullable
    Plan plan() {
        Connection.Away away = connection.survival().away();
        if (away == null || away.next() == null || away.attempt() == 0) {
            return null;
        }
        Plan last = plan;
        // The event has gone when it was very long ago, and jitter with it.
        Plan known = last != null && last.number() == away.attempt() ? last
                : new Plan("", 0, 0, away.next(), away.next(), away.next());
        return new Plan(connection.id(), away.attempt(), away.maxAttempts(), known.earliest(), known.latest(),
                away.next());
    }

    /** Only what changes which leg is there. */
    private void read(Event event) {
        if (event instanceof Event.UpstreamLost lost) {
            moment(lost.at(), Strings.of("timeline.lost.upstream", Manners.of(lost.manner(), lost.detail())));
            next(Kind.WAITING, lost.at(), Strings.of("timeline.waiting"));
        } else if (event instanceof Event.ReconnectPlanned planned) {
            plan(planned);
        } else if (event instanceof Event.ReconnectFailed failed) {
            attempted(failed.at());
            moment(failed.at(), Strings.of("timeline.failed", Integer.toString(failed.attempt()), failed.reason())
                    + against(failed.attempt(), failed.at()));
            next(Kind.WAITING, failed.at(), Strings.of("timeline.waiting"));
        } else if (event instanceof Event.UpstreamBack back) {
            attempted(back.at());
            next(Kind.OPEN, back.at(), Strings.of("timeline.back", Units.seconds(back.away()),
                    Integer.toString(back.attempts()), Units.count(back.flushed()))
                    + against(back.attempts(), back.at()));
        } else if (event instanceof Event.ClientLost lost) {
            next(Kind.HELD, lost.at(), Strings.of("timeline.held", Manners.of(lost.manner(), lost.detail())));
        } else if (event instanceof Event.ClientBack back) {
            next(Kind.OPEN, back.at(), Strings.of("timeline.client.back", Units.seconds(back.away()),
                    Units.count(back.flushed())));
        }
    }

    private void plan(Event.ReconnectPlanned planned) {
        plan = Plan.of(planned);
        next(Kind.WAITING, planned.at(), Strings.of("timeline.planned", Integer.toString(planned.attempt()),
                Integer.toString(planned.maxAttempts()), Units.seconds(Duration.between(planned.at(),
                        planned.planned())))
                + "\n" + plan.words());
    }

    /** Between the time for which it was planned and its outcome an attempt was under way. */
    private void attempted(Instant outcome) {
        Plan last = plan;
        if (last != null && last.planned().isBefore(outcome) && last.planned().isAfter(since)) {
            next(Kind.ATTEMPT, last.planned(), Strings.of("timeline.attempt",
                    Integer.toString(last.number())) + "\n" + last.against(outcome));
        }
    }

    /** On a line of its own; nothing for an attempt whose plan is not known. */
    private String against(int attempt, Instant outcome) {
        Plan last = plan;
        return last == null || last.number() != attempt ? "" : "\n" + last.against(outcome);
    }

    private void end() {
        Instant closed = connection.closedAt();
        CloseInfo close = connection.close();
        if (closed == null || close == null) {
            pieces.add(new Piece(connection.id(), kind, since, closed, text));
            return;
        }
        String how = Strings.of("timeline.closed", Integer.toString(close.code()), close.reason()).strip();
        next(close.orderly() ? Kind.ENDED : Kind.LOST, closed, how);
        pieces.add(new Piece(connection.id(), kind, closed, closed, text));
    }

    private void moment(Instant at, String what) {
        next(Kind.LOST, at, what);
    }

    private void next(Kind following, Instant at, String what) {
        if (at.isAfter(since) || kind == Kind.LOST) {
            pieces.add(new Piece(connection.id(), kind, since, at, text));
        }
        kind = following;
        since = at;
        text = what;
    }
}
