package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.keys.OwnerFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes what an engine has captured; a recording is an engine too. Takes its time; any thread but one that draws. */
public final class Export {
    private static final int BUFFER = 1 << 16;

    private Export() {}

    /**
     * Writes into a file that only its owner can read, in the place of one that is there; that one stays as it is when something goes wrong.
     *
     * @param query which connections, and which of their frames
     * @param secrets whether tokens and cookies in addresses and headers stand there as they were sent, instead of masked
     * @return frames that were dropped from the capture while it was read
     */
    public static long save(ExportFormat format, Engine engine, FrameQuery query, boolean secrets, Path file)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            long lost;
            try (OutputStream out = new BufferedOutputStream(OwnerFile.create(part), BUFFER)) {
                lost = write(format, engine, query, secrets, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return lost;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * @param query which connections, and which of their frames
     * @param secrets whether tokens and cookies in addresses and headers stand there as they were sent, instead of masked
     * @param out stays open
     * @return frames that were dropped from the capture while it was read
     */
    public static long write(ExportFormat format, Engine engine, FrameQuery query, boolean secrets,
            OutputStream out) throws IOException {
        List<Connection> chosen = engine.connections()
                .stream()
                .filter(connection -> query.connections().isEmpty() || query.connections().contains(connection.id()))
                .map(connection -> secrets ? connection : Masked.of(connection))
                .toList();
        return switch (format) {
            case HAR -> new HarWriter(engine, query.filter(), out).write(chosen);
            case JSONL -> new JsonLinesWriter(engine, query.filter(), out).write(chosen);
            case PCAPNG -> new PcapngWriter(engine, query.filter(), out).write(chosen);
            case CSV -> new CsvWriter(engine, query.filter(), out).write(chosen);
            case HTML -> new HtmlWriter(engine, query.filter(), secrets, out).write(chosen);
            case ZIP -> new PayloadsWriter(engine, query.filter(), out).write(chosen);
        };
    }
}
