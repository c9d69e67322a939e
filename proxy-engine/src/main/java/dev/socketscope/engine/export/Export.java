package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FrameQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes what an engine has captured; a recording is an engine too. Takes its time; any thread but one that draws. */
public final class Export {
    private Export() {}

    /**
     * @param query which connections, and which of their frames
     * @param out stays open
     * @return frames that were dropped from the capture while it was read
     */
    public static long write(ExportFormat format, Engine engine, FrameQuery query, OutputStream out)
            throws IOException {
        List<Connection> chosen = engine.connections()
                .stream()
                .filter(connection -> query.connections().isEmpty() || query.connections().contains(connection.id()))
                .toList();
        return switch (format) {
            case HAR -> new HarWriter(engine, query.filter(), out).write(chosen);
            case JSONL -> new JsonLinesWriter(engine, query.filter(), out).write(chosen);
            case PCAPNG -> new PcapngWriter(engine, query.filter(), out).write(chosen);
            case CSV -> new CsvWriter(engine, query.filter(), out).write(chosen);
            case HTML -> new HtmlWriter(engine, query.filter(), out).write(chosen);
            case ZIP -> new PayloadsWriter(engine, query.filter(), out).write(chosen);
        };
    }
}
