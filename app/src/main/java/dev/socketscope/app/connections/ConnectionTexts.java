package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the cells of the table say. */
final class ConnectionTexts {
    private ConnectionTexts() {}

    static String protocol(Connection connection) {
        return orNothing(connection.subprotocol());
    }

    static String client(Connection connection) {
        return orNothing(connection.client().address());
    }

    /** {@code 3000-abc123}: port and name as the host name has them. */
    static String sandbox(Connection connection) {
        if (connection.sandbox() == null) {
            return Units.NOTHING;
        }
        return connection.port() == null ? connection.sandbox() : connection.port() + "-" + connection.sandbox();
    }

    /** Milliseconds from the accepted connection to the answer that was passed on. */
    static String upgrade(Connection connection) {
        return connection.handshake().status() == 0 ? Units.NOTHING
                : Strings.of("upgrade.ms", Units.millis(connection.handshake().totalMicros()));
    }

    /** Milliseconds without the unit. */
    static String rtt(Connection connection, Leg leg) {
        LegStatus status = leg(connection, leg);
        return status.rttMicros() == LegStatus.UNKNOWN || !connection.live() ? Units.NOTHING
                : Units.millis(status.rttMicros());
    }

    static LegStatus leg(Connection connection, Leg leg) {
        return leg == Leg.CLIENT ? connection.client() : connection.upstream();
    }

    /** {@code 14 ↑ 7 ↓}; empty when nothing waits. */
    static String buffered(Connection connection) {
        return Stream.of(Direction.values())
                .filter(direction -> connection.survival().buffered(direction) > 0)
                .map(direction -> Units.count(connection.survival().buffered(direction))
                        + (direction == Direction.TO_UPSTREAM ? " ↑" : " ↓"))
                .collect(Collectors.joining("  "));
    }

    static String compression(Connection connection) {
        String extensions = connection.handshake().extensions();
        if (extensions == null || !extensions.contains("permessage-deflate")) {
            return Units.NOTHING;
        }
        return Strings.of(extensions.contains("no_context_takeover") ? "compression.independent" : "compression.on");
    }

    /** {@code 1006 by upstream · reason}; of an upgrade that failed the reason alone, because its status is in the state. */
    static String close(Connection connection) {
        CloseInfo close = connection.close();
        if (close == null) {
            return "";
        }
        if (close.manner() == CloseInfo.Manner.HANDSHAKE) {
            return close.reason();
        }
        String by = Strings.of("close.by." + close.by().name().toLowerCase(Locale.ROOT));
        return close.code() + " " + by + (close.reason().isBlank() ? "" : " · " + close.reason());
    }

    /** The whole address as the client asked for it, with the values of tokens hidden. */
    static String url(Connection connection) {
        return new CopyAs(connection, false).url();
    }

    private static String orNothing(@Nullable String text) {
        return text == null || text.isEmpty() ? Units.NOTHING : text;
    }
}
