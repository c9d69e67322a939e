package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        return waiting(connection.survival().bufferedToUpstream(), connection.survival().bufferedToClient());
    }

    static String buffered(Totals group) {
        return waiting(group.bufferedToUpstream(), group.bufferedToClient());
    }

    private static String waiting(long up, long down) {
        String rising = up == 0 ? "" : Units.count(up) + " ↑";
        String falling = down == 0 ? "" : Units.count(down) + " ↓";
        return rising.isEmpty() || falling.isEmpty() ? rising + falling : rising + "  " + falling;
    }

    static String compression(Connection connection) {
        String extensions = connection.handshake().extensions();
        if (extensions == null || !extensions.contains("permessage-deflate")) {
            return Units.NOTHING;
        }
        return Strings.of(extensions.contains("no_context_takeover") ? "compression.independent" : "compression.on");
    }

    /** {@code 1000 by upstream · reason} or {@code 1006 · the upstream reset the connection}; of an upgrade that failed without the status, which is in the state. */
    static String close(Connection connection) {
        CloseInfo close = connection.close();
        if (close == null) {
            return "";
        }
        String by = Strings.of("close.by." + close.by().name().toLowerCase(Locale.ROOT));
        if (close.manner() == CloseInfo.Manner.HANDSHAKE) {
            String phrase = connection.handshake().reasonPhrase();
            return phrase.isBlank() ? close.reason() : by + " · " + phrase;
        }
        return close.explained() ? close.code() + " · " + close.reason()
                : close.code() + " " + by + (close.reason().isBlank() ? "" : " · " + close.reason());
    }

    /**
     * {@code 4 live · 1 closed · 6,020 sent (480 KB) · 44,555 received (6.2 MB)} and what else there is to say of several.
     *
     * @param lead id of the one that the tabs are about
     */
    static String sum(Totals totals, @Nullable String lead) {
        List<String> words = new ArrayList<>(List.of(GroupHead.parts(totals)));
        words.add(Strings.of("sum.traffic", Units.count(totals.toUpstream().messages()),
                Units.bytes(totals.toUpstream().bytes()), Units.count(totals.toClient().messages()),
                Units.bytes(totals.toClient().bytes())));
        if (totals.live() > 0) {
            words.add(Strings.of("rate.sum", Units.perSecond(totals.perSecond())));
        }
        if (totals.bufferedToUpstream() + totals.bufferedToClient() > 0) {
            words.add(Strings.of("sum.waiting", buffered(totals)));
        }
        if (totals.reconnects() > 0) {
            words.add(Strings.of("sum.reconnects", Units.count(totals.reconnects())));
        }
        words.add(Strings.of("sum.lead", orNothing(lead)));
        return String.join(" · ", words);
    }

    /** The whole address as the client asked for it, with the values of tokens hidden. */
    static String url(Connection connection) {
        return new CopyAs(connection, false).url();
    }

    private static String orNothing(@Nullable String text) {
        return text == null || text.isEmpty() ? Units.NOTHING : text;
    }
}
