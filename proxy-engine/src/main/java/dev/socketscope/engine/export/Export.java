package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** Writes what an engine has captured; a recording is an engine too. Takes its time; any thread but one that draws. */
public final class Export {
    private Export() {}

    /**
     * @param connections ids; empty for all
     * @param out stays open
     * @return frames that were dropped from the capture while it was read
     */
    public static long write(ExportFormat format, Engine engine, Set<String> connections, OutputStream out)
            throws IOException {
        List<Connection> chosen = engine.connections()
                .stream()
                .filter(connection -> connections.isEmpty() || connections.contains(connection.id()))
                .toList();
        return switch (format) {
            case HAR -> new HarWriter(engine, out).write(chosen);
            case JSONL -> new JsonLinesWriter(engine, out).write(chosen);
            case PCAPNG -> new PcapngWriter(engine, out).write(chosen);
        };
    }
}
