package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import org.jspecify.annotations.Nullable;

/**
 * A connection's state in a word or two, and its colour.
 *
 * @param tone a style class of {@link dev.socketscope.app.controls.Chip}
 */
record Phase(String text, String tone) {
    static Phase of(Connection connection) {
        return switch (connection.state()) {
            case CONNECTING -> new Phase(Strings.of("state.connecting"), "accent");
            case OPEN -> new Phase(Strings.of("state.open"), "open");
            case UPSTREAM_AWAY -> new Phase(away(connection.survival().away()), "reconnecting");
            case CLIENT_AWAY -> new Phase(Strings.of("state.client-away"), "held");
            case CLOSING -> new Phase(Strings.of("state.closing"), "held");
            case CLOSED -> closed(connection);
        };
    }

    private static String away(@Nullable Away away) {
        return away == null || away.attempt() == 0 ? Strings.of("state.upstream-away")
                : Strings.of("state.reconnecting", Integer.toString(away.attempt()),
                        Integer.toString(away.maxAttempts()));
    }

    private static Phase closed(Connection connection) {
        CloseInfo close = connection.close();
        if (close == null) {
            return new Phase(Strings.of("state.closed"), "quiet");
        }
        if (close.manner() == CloseInfo.Manner.HANDSHAKE) {
            int status = connection.handshake().status();
            return new Phase(status == 0 ? Strings.of("state.failed")
                    : Strings.of("state.refused", Integer.toString(status)), "broken");
        }
        return new Phase(Strings.of("state.closed.code", Integer.toString(close.code())),
                close.orderly() ? "quiet" : "broken");
    }
}
