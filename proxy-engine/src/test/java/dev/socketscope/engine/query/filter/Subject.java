package dev.socketscope.engine.query.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Opcode;
import java.time.Instant;
import java.util.List;

/** A made-up frame. */
record Subject(long seq, Direction direction, Opcode opcode, long length, long inProxyMicros,
        FilterContent content) implements FilterSubject {

    static final Connection CONNECTION = connection("ws_12", "/_hmr/socket", Connection.State.OPEN);

    static Subject text(String text) {
        return of(text.getBytes(UTF_8));
    }

    static Subject of(byte[] bytes) {
        return new Subject(100, Direction.TO_CLIENT, Opcode.TEXT, 2048, 5_000, new FilterContent(bytes, bytes.length));
    }

    static Connection connection(String id, String path, Connection.State state) {
        return new Connection(id, state, path, "token=abc", "3000-x.Sandbox.localhost:9000", "vite-hmr",
                "*.sandbox.localhost/_hmr", "http://127.0.0.1:5173", null, null, Instant.EPOCH, null,
                Connection.LegStatus.NONE, Connection.LegStatus.NONE, Connection.Traffic.NONE, Connection.Traffic.NONE,
                Connection.Survival.UNTRIED, List.of(), null,
                new Handshake(List.of(), "", List.of(), List.of(), 101, "", List.of(), List.of(), null));
    }
}
