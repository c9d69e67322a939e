package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says in a sentence what happened to a connection. */
final class Story {
    private Story() {}

    /** @param fired what {@link Firings} tells; may be empty */
    static String of(Connection connection, Instant now, String fired) {
        String told = of(connection, now);
        return fired.isEmpty() ? told : told.substring(0, told.length() - 1) + ", " + fired + ".";
    }

    private static String of(Connection connection, Instant now) {
        return switch (connection.state()) {
            case CONNECTING -> Strings.of("story.connecting", connection.upstreamUri(), age(connection, now));
            case OPEN -> Strings.of("story.open", age(connection, now), traffic(connection));
            case UPSTREAM_AWAY -> away("story.upstream-away", connection, now);
            case CLIENT_AWAY -> away("story.client-away", connection, now);
            case CLOSING -> Strings.of("story.closing", age(connection, now), traffic(connection));
            case CLOSED -> closed(connection, now);
        };
    }

    /** What was lost, when and how, and what waits for it. */
    private static String away(String key, Connection connection, Instant now) {
        Away away = connection.survival().away();
        if (away == null) {
            return Strings.of(key, age(connection, now), traffic(connection));
        }
        int waiting = connection.survival()
                .buffered(away.leg() == Leg.UPSTREAM ? Direction.TO_UPSTREAM : Direction.TO_CLIENT);
        String reason = away.reason().isBlank() ? "" : " (" + away.reason() + ")";
        return Strings.of(key + ".since", Units.span(Duration.between(away.since(), now)), reason,
                waiting == 1 ? Strings.of("story.waiting.one") : Strings.of("story.waiting", Units.count(waiting)),
                age(connection, now), traffic(connection));
    }

    private static String closed(Connection connection, Instant now) {
        CloseInfo close = connection.close();
        if (close == null) {
            return Strings.of("story.closed.unknown", age(connection, now), traffic(connection));
        }
        String who = close.by() == CloseInfo.By.FAULT && close.fault() != null
                ? Strings.of("by.this-fault", close.fault())
                : Strings.of("by." + close.by().name().toLowerCase(Locale.ROOT));
        if (close.manner() == CloseInfo.Manner.HANDSHAKE) {
            return Strings.of("story.refused", who, status(connection), reason(close));
        }
        return Strings.of("story.closed", who, how(close), reason(close), age(connection, now), traffic(connection));
    }

    private static String status(Connection connection) {
        int status = connection.handshake().status();
        return status == 0 ? Strings.of("story.no-answer")
                : (status + " " + connection.handshake().reasonPhrase()).strip();
    }

    private static String how(CloseInfo close) {
        return switch (close.manner()) {
            case CLOSE_FRAME -> close.code() == CloseInfo.NO_CODE ? Strings.of("story.how.no-code")
                    : Integer.toString(close.code());
            case FIN -> Strings.of("story.how.fin", Integer.toString(close.code()));
            case RST -> Strings.of("story.how.rst", Integer.toString(close.code()));
            case SILENCE -> Strings.of("story.how.silence", Integer.toString(close.code()));
            case HANDSHAKE -> "";
        };
    }

    private static String reason(CloseInfo close) {
        return close.reason().isBlank() ? "" : Strings.of("story.reason", close.reason());
    }

    private static String traffic(Connection connection) {
        return reconnects(connection) + Strings.of("story.traffic", Units.count(connection.toUpstream().messages()),
                Units.count(connection.toClient().messages()));
    }

    private static String reconnects(Connection connection) {
        int times = connection.survival().reconnects();
        return times == 0 ? "" : times == 1 ? Strings.of("story.reconnects.one")
                : Strings.of("story.reconnects", Units.count(times));
    }

    private static String age(Connection connection, Instant now) {
        Instant end = connection.closedAt() == null ? now : connection.closedAt();
        return Units.span(Duration.between(connection.openedAt(), end));
    }
}
