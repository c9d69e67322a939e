package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows how connections open, lose legs and end; see {@link Loss}. Belongs to one thread. */
final class LossMeter {

    /** What happened to one connection. */
    private static final class Course {
        private final List<Loss> held = new ArrayList<>();
        private @Nullable Instant opened;
        private @Nullable Instant lost;
        private Loss.Healer healer = Loss.Healer.CLIENT;
        private String cause = "";
        private int failures;
        private @Nullable Instant firstEnd;
        private Event.@Nullable ConnectionClosed closed;
    }

    private final Map<String, Course> courses = new HashMap<>();

    /** A connection that had been there before. */
    void was(Connection connection) {
        if (connection.state() != Connection.State.CONNECTING) {
            course(connection.id()).opened = connection.openedAt();
        }
    }

    private Course course(String id) {
        return courses.computeIfAbsent(id, any -> new Course());
    }

    void take(Event event) {
        switch (event) {
            case Event.ConnectionOpened e -> course(e.connection()).opened = e.at();
            case Event.UpstreamLost e ->
                lost(course(e.connection()), e.at(), Loss.Healer.ENGINE, e.manner(), e.detail());
            case Event.ClientLost e -> lost(course(e.connection()), e.at(), Loss.Healer.CLIENT, e.manner(), e.detail());
            case Event.ReconnectFailed e -> course(e.connection()).failures++;
            case Event.UpstreamBack e -> back(e.connection(), e.at(), Loss.Healer.ENGINE);
            case Event.ClientBack e -> back(e.connection(), e.at(), Loss.Healer.CLIENT);
            case Event.LegEnded e -> {
                Course course = course(e.connection());
                course.firstEnd = course.firstEnd == null ? e.at() : course.firstEnd;
            }
            case Event.ConnectionClosed e -> course(e.connection()).closed = e;
            case Event.EngineStarted _,Event.Reconfigured _,Event.ConnectionRequested _,Event.HandshakeFailed _,Event.ProtocolViolation _,Event.LimitReached _,Event.RequestFailed _,Event.TlsFailed _,Event.ReconnectPlanned _,Event.MessagesDropped _,Event.PongMissed _,Event.IdleWarning _,Event.GapSettled _,Event.AlertRaised _,Event.AlertCleared _,Event.FaultArmed _,Event.FaultDisarmed _,Event.FaultFired _,Event.BreakpointSet _,Event.BreakpointCleared _,Event.MessageHeld _,Event.MessageReleased _,Event.ReplayStarted _,Event.ReplayFinished _ -> {
                // Nothing is lost or found by these.
            }
        }
    }

    private static void lost(Course course, Instant at, Loss.Healer healer, CloseInfo.Manner manner, String detail) {
        if (course.lost == null) {
            course.lost = at;
            course.healer = healer;
            course.cause = (healer == Loss.Healer.ENGINE ? "upstream" : "client") + " lost, " + Names.of(manner)
                    + (detail.isEmpty() ? "" : ": " + detail);
            course.failures = 0;
        }
    }

    private void back(String id, Instant at, Loss.Healer by) {
        Course course = course(id);
        if (course.lost != null) {
            Duration took = Duration.between(course.lost, at);
            course.held.add(new Loss(id, "", course.lost, course.cause, by, course.failures + 1, took, took));
            course.lost = null;
        }
    }

    /** When both legs were open for the first time; null when they never were. */
    @Nullable
    Instant opened(String id) {
        return course(id).opened;
    }

    /** How a connection ended that had been open; null when it has not. */
    @Nullable
    Closed closed(Connection connection) {
        Course course = course(connection.id());
        return course.closed == null || course.opened == null ? null
                : new Closed(connection.id(), connection.path(), course.closed.at(), course.closed.close());
    }

    /**
     * What was lost of one client.
     *
     * @param story its connections, the oldest first
     */
    List<Loss> losses(List<Connection> story, Instant now) {
        return story.stream()
                .flatMap(each -> Stream.concat(held(each, now),
                        Stream.ofNullable(ended(each, story.subList(story.indexOf(each) + 1, story.size()), now))))
                .toList();
    }

    private Stream<Loss> held(Connection one, Instant now) {
        Course course = course(one.id());
        Stream<Loss> over = course.held.stream()
                .map(l -> new Loss(l.connection(), one.path(), l.at(), l.cause(), l.by(), l.attempts(), l.back(),
                        l.waited()));
        if (course.lost == null || course.closed != null) {
            return over;
        }
        return Stream.concat(over, Stream.of(new Loss(one.id(), one.path(), course.lost, course.cause, course.healer,
                course.failures, null, Duration.between(course.lost, now))));
    }

    private @Nullable Loss ended(Connection one, List<Connection> later, Instant now) {
        Course course = course(one.id());
        if (course.closed == null || course.opened == null || wanted(course.closed.close())) {
            return null;
        }
        Instant at = course.lost != null ? course.lost : course.firstEnd != null ? course.firstEnd : course.closed.at();
        int attempts = 0;
        for (Connection next : later) {
            attempts++;
            Instant opened = opened(next.id());
            if (opened != null) {
                Duration back = Duration.between(at, opened);
                return new Loss(one.id(), one.path(), at, cause(course.closed.close()), Loss.Healer.CLIENT, attempts,
                        back, back);
            }
        }
        return new Loss(one.id(), one.path(), at, cause(course.closed.close()), Loss.Healer.CLIENT, attempts, null,
                Duration.between(at, now));
    }

    private static boolean wanted(CloseInfo close) {
        return close.orderly()
                && (close.by() == By.CLIENT || close.by() == By.UPSTREAM && close.code() != CloseCode.GOING_AWAY);
    }

    private static String cause(CloseInfo close) {
        return "ended by " + Names.of(close.by()) + ", " + Names.of(close.manner()) + " " + close.code()
                + (close.reason().isEmpty() ? "" : ": " + close.reason());
    }
}
