package dev.socketscope.engine.export;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.html.Html;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A connection's own facts in a report: where it went, what it carried, how it ended. */
final class ReportConnection {
    private final Html html;
    private final Connection connection;

    ReportConnection(Html html, Connection connection) {
        this.html = html;
        this.connection = connection;
    }

    /** Path and query. */
    static String address(Connection connection) {
        return connection.path() + (connection.query() == null ? "" : "?" + connection.query());
    }

    void title(String story) throws IOException {
        html.open("div", "class", "title").leaf("h2", address(connection));
        html.leaf("span", state(), "class", "chip " + tone()).leaf("code", connection.id(), "class", "muted").close();
        html.leaf("p", story, "class", "story");
    }

    private String state() {
        CloseInfo close = connection.close();
        return close == null || close.manner() == CloseInfo.Manner.HANDSHAKE ? connection.state().wireName()
                : "closed " + close.code();
    }

    private String tone() {
        return switch (connection.state()) {
            case OPEN -> "open";
            case UPSTREAM_AWAY, CLIENT_AWAY -> "held";
            case CONNECTING, CLOSING -> "quiet";
            case CLOSED -> connection.close() == null || connection.close().orderly() ? "quiet" : "broken";
        };
    }

    void facts() throws IOException {
        html.open("dl");
        fact("Host", connection.host());
        fact("Upstream", connection.upstreamUri());
        fact("Route", connection.route());
        fact("Subprotocol", connection.subprotocol());
        fact("Extensions", connection.handshake().extensions());
        fact("Hot reload", connection.survival().hmr().equals("off") ? null : connection.survival().hmr());
        fact("Client", connection.client().address());
        fact("Opened", ReportWords.moment(connection.openedAt()));
        fact("Closed", connection.closedAt() == null ? null : ReportWords.moment(connection.closedAt()));
        fact("Client → upstream", traffic(connection.toUpstream()));
        fact("Upstream → client", traffic(connection.toClient()));
        fact("Reconnects", ReportWords.count(connection.survival().reconnects()));
        fact("Messages dropped", ReportWords.count(connection.survival().dropped()));
        html.close();
    }

    private static String traffic(Traffic traffic) {
        return ReportWords.count(traffic.messages(), "message") + ", " + ReportWords.count(traffic.frames(), "frame")
                + ", "
                + ReportWords.bytes(traffic.bytes());
    }

    void end() throws IOException {
        CloseInfo close = connection.close();
        if (close == null) {
            return;
        }
        html.leaf("h3", "How it ended").open("dl");
        fact("First by", Names.of(close.by()));
        fact("Seen as", manner(close));
        fact("Code", close.code() + " " + CloseCode.name(close.code()));
        fact("Reason", close.reason());
        fact("Fault", close.fault());
        html.close();
    }

    private static String manner(CloseInfo close) {
        return switch (close.manner()) {
            case CLOSE_FRAME -> "a Close frame";
            case FIN -> "end of stream without a Close frame";
            case RST -> "a TCP reset";
            case SILENCE -> "silence: pings were not answered";
            case HANDSHAKE -> "an upgrade that never succeeded";
        };
    }

    private void fact(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isBlank()) {
            html.open("div").leaf("dt", name).leaf("dd", value).close();
        }
    }
}
