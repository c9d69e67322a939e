package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.wire.ConnectionJson;
import dev.socketscope.engine.wire.FrameJson;
import dev.socketscope.engine.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One JSON object a line: {@code {"connection": …}} for each connection, then {@code {"frame": …}} for each frame in the order of capture, both as in the
 * control API. Content is cut at {@value FrameJson#MOST_CONTENT} bytes.
 */
record JsonLinesWriter(Engine engine, String filter, OutputStream out) {
    private record ConnectionLine(ConnectionJson connection) {}

    private record FrameLine(FrameJson frame) {}

    long write(List<Connection> connections) throws IOException {
        for (Connection connection : connections) {
            line(new ConnectionLine(ConnectionJson.whole(connection)));
        }
        FrameWalk walk = new FrameWalk(engine, filter);
        if (!connections.isEmpty()) {
            Set<String> ids = connections.stream().map(Connection::id).collect(Collectors.toSet());
            walk.each(ids, row -> frame(walk, row.frame()));
        }
        return walk.lost();
    }

    private void frame(FrameWalk walk, Frame frame) throws IOException {
        Optional<Payload> content = walk.content(frame);
        line(new FrameLine(content.isPresent() ? FrameJson.of(frame, content.get()) : FrameJson.of(frame)));
    }

    private void line(Object value) throws IOException {
        out.write(Json.bytes(value));
        out.write('\n');
    }
}
