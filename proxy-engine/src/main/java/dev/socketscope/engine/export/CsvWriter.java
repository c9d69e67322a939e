package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row for each frame, in the order of capture. Times are UTC; {@code preview} is text as the window's table shows it, or hex pairs. */
final class CsvWriter {
    private static final List<String> HEAD = List.of("frame", "time", "connection", "direction", "opcode", "fin",
            "rsv1", "length", "inProxyMicros", "injected", "closeCode", "preview");

    private final OutputStream out;
    private final FrameWalk walk;

    CsvWriter(Engine engine, String filter, OutputStream out) {
        this.out = out;
        this.walk = new FrameWalk(engine, filter);
    }

    long write(List<Connection> connections) throws IOException {
        put(HEAD);
        if (!connections.isEmpty()) {
            Set<String> ids = connections.stream().map(Connection::id).collect(Collectors.toSet());
            walk.each(ids, row -> put(cells(row)));
        }
        return walk.lost();
    }

    private List<String> cells(FrameRow row) throws IOException {
        Frame frame = row.frame();
        return List.of(Long.toString(frame.seq()),
                Instant.EPOCH.plus(frame.atMicros(), ChronoUnit.MICROS).toString(), frame.connection(),
                frame.direction().wireName(), frame.opcode().wireName(), Boolean.toString(frame.fin()),
                Boolean.toString(frame.rsv1()), Long.toString(frame.length()), inProxy(frame),
                Boolean.toString(frame.injected()), closeCode(frame), row.preview());
    }

    private static String inProxy(Frame frame) {
        return frame.inProxyMicros() == Frame.IN_PROXY_UNKNOWN ? "" : Long.toString(frame.inProxyMicros());
    }

    /** The first two bytes of a Close frame's payload, if it has any (RFC 6455 §5.5.1). */
    private String closeCode(Frame frame) throws IOException {
        if (frame.opcode() != Opcode.CLOSE || frame.captured() < 2) {
            return "";
        }
        Optional<Payload> content = walk.content(frame);
        return content.map(Payload::bytes)
                .filter(bytes -> bytes.length >= 2)
                .map(bytes -> Integer.toString((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF))
                .orElse("");
    }

    private void put(List<String> cells) throws IOException {
        out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8));
    }
}
