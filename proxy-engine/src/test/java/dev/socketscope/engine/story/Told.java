package dev.socketscope.engine.story;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Connection.Survival;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Handshake;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections as an engine tells of them, at seconds of a clock that only tests move. */
public final class Told {
    public static final CloseInfo RESET = new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.RST, 1006, "", null);
    private static final Instant T = Instant.parse("2026-11-01T12:00:00Z");

    private Told() {}

    public static Instant at(double seconds) {
        return T.plusMillis(Math.round(seconds * 1_000));
    }

    /** Open since then. */
    public static Connection open(String id, String path, double from) {
        return connection(id, path, from, null, null, "off");
    }

    public static Connection ended(String id, String path, double from, double to, CloseInfo how) {
        return connection(id, path, from, at(to), how, "off");
    }

    /** @param hmr the hot-reload dialect */
    public static Connection connection(String id, String path, double from, @Nullable Instant to,
            @Nullable CloseInfo how, String hmr) {
        return new Connection(id, to == null ? State.OPEN : State.CLOSED, path, null, "localhost", null, "*/",
                "http://127.0.0.1:1", null, null, at(from), to,
                LegStatus.at("127.0.0.1:" + (50_000 + Math.abs(id.hashCode()) % 9_999)), LegStatus.at("127.0.0.1:1"),
                Traffic.NONE, Traffic.NONE, new Survival(0, 0, 0, 0, null, hmr), List.of(), how,
                new Handshake(List.of(), "", List.of(), List.of(), 101, "", List.of(), List.of(), null));
    }
}
