package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.export.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Connections as a table for other programs, with the values of tokens hidden. Times are UTC, round trips microseconds. */
final class ConnectionsCsv {
    private static final List<String> HEAD = List.of("id", "state", "url", "subprotocol", "route", "upstream",
            "sandbox", "client", "opened", "closed", "upgradeMicros", "status", "messagesToUpstream",
            "messagesToClient", "bytesToUpstream", "bytesToClient", "rttClientMicros", "rttUpstreamMicros",
            "bufferedToUpstream", "bufferedToClient", "reconnects", "faults", "closeCode", "closedBy", "closeManner",
            "closeReason", "closeFault");

    private ConnectionsCsv() {}

    static String of(List<LiveConnection> connections) {
        StringBuilder table = new StringBuilder(Csv.line(HEAD));
        connections.forEach(each -> table.append(Csv.line(line(each.connection()))));
        return table.toString();
    }

    private static List<String> line(Connection c) {
        List<String> line = new ArrayList<>(List.of(c.id(), c.state().wireName(), ConnectionTexts.url(c),
                known(c.subprotocol()), c.route(), c.upstreamUri(), known(c.sandbox()), c.client().address(),
                c.openedAt().toString(), known(c.closedAt()), Long.toString(c.handshake().totalMicros()),
                Integer.toString(c.handshake().status()), Long.toString(c.toUpstream().messages()),
                Long.toString(c.toClient().messages()), Long.toString(c.toUpstream().bytes()),
                Long.toString(c.toClient().bytes()), rtt(c.client()), rtt(c.upstream()),
                Integer.toString(c.survival().bufferedToUpstream()), Integer.toString(c.survival().bufferedToClient()),
                Integer.toString(c.survival().reconnects()), String.join(" ", c.faults())));
        line.addAll(close(c.close()));
        return line;
    }

    private static List<String> close(@Nullable CloseInfo close) {
        return close == null ? List.of("", "", "", "", "")
                : List.of(Integer.toString(close.code()), word(close.by()), word(close.manner()), close.reason(),
                        known(close.fault()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String rtt(LegStatus leg) {
        return leg.rttMicros() == LegStatus.UNKNOWN ? "" : Long.toString(leg.rttMicros());
    }

    private static String known(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
