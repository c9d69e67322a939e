package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a connection had come at a moment, as the events up to then tell. */
final class Course {
    private boolean opened;
    private boolean ending;
    private int reconnects;
    private long dropped;
    private int missedToClient;
    private int missedToUpstream;
    private Connection.@Nullable Away away;
    private final Set<String> faults = new LinkedHashSet<>();

    /** @param events of the connection, oldest first; those after the moment are passed over */
    static Course of(List<Event> events, Instant moment) {
        Course course = new Course();
        for (Event event : events) {
            if (!event.at().isAfter(moment)) {
                course.take(event);
            }
        }
        return course;
    }

    private void take(Event event) {
        switch (event) {
            case Event.ConnectionOpened _ -> opened = true;
            case Event.LegEnded _ -> ending = true;
            case Event.UpstreamLost lost -> away = new Connection.Away(Leg.UPSTREAM, lost.at(),
                    reason(lost.manner(), lost.detail()), 1, 0, null);
            case Event.ReconnectPlanned planned -> away = new Connection.Away(Leg.UPSTREAM,
                    away == null ? planned.at() : away.since(), away == null ? "" : away.reason(), planned.attempt(),
                    planned.maxAttempts(), planned.planned());
            case Event.ClientLost lost -> away = new Connection.Away(Leg.CLIENT, lost.at(),
                    reason(lost.manner(), lost.detail()), 0, 0, lost.until());
            case Event.UpstreamBack _ -> back();
            case Event.ClientBack _ -> back();
            case Event.MessagesDropped messages -> dropped += messages.messages();
            case Event.PongMissed missed -> missed(missed);
            case Event.FaultFired fired -> faults.add(fired.fault());
            default -> {
                // Does not change how a connection stands.
            }
        }
    }

    private static String reason(CloseInfo.Manner manner, String detail) {
        return detail.isEmpty() ? Names.of(manner) : detail;
    }

    private void back() {
        reconnects++;
        away = null;
        ending = false;
    }

    private void missed(Event.PongMissed missed) {
        if (missed.leg() == Leg.CLIENT) {
            missedToClient = missed.missed();
        } else {
            missedToUpstream = missed.missed();
        }
    }

    Connection.State state() {
        if (away != null) {
            return away.leg() == Leg.UPSTREAM ? Connection.State.UPSTREAM_AWAY : Connection.State.CLIENT_AWAY;
        }
        return !opened ? Connection.State.CONNECTING : ending ? Connection.State.CLOSING : Connection.State.OPEN;
    }

    /** What waited at that moment is not known. */
    Connection.Survival survival(String hmr) {
        return new Connection.Survival(0, 0, dropped, reconnects, away, hmr);
    }

    int missed(Leg leg) {
        return leg == Leg.CLIENT ? missedToClient : missedToUpstream;
    }

    /** Ids of those that had acted on it. */
    Set<String> faults() {
        return faults;
    }
}
