package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says in a sentence what happened to a connection. */
final class Story {
    private Story() {}

    static String of(Connection connection, Instant now) {
        return switch (connection.state()) {
            case CONNECTING -> Strings.of("story.connecting", connection.upstreamUri(), age(connection, now));
            case OPEN -> Strings.of("story.open", age(connection, now), traffic(connection));
            case UPSTREAM_AWAY -> Strings.of("story.upstream-away", age(connection, now), traffic(connection));
            case CLIENT_AWAY -> Strings.of("story.client-away", age(connection, now), traffic(connection));
            case CLOSING -> Strings.of("story.closing", age(connection, now), traffic(connection));
            case CLOSED -> closed(connection, now);
        };
    }

    private static String closed(Connection connection, Instant now) {
        CloseInfo close = connection.close();
        if (close == null) {
            return Strings.of("story.closed.unknown", age(connection, now), traffic(connection));
        }
        String who = Strings.of("by." + close.by().name().toLowerCase(Locale.ROOT));
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
        return Strings.of("story.traffic", Units.count(connection.toUpstream().messages()),
                Units.count(connection.toClient().messages()));
    }

    private static String age(Connection connection, Instant now) {
        Instant end = connection.closedAt() == null ? now : connection.closedAt();
        return Units.span(Duration.between(connection.openedAt(), end));
    }
}
