package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Payloads as they are, one file a whole message: {@code ws_1/0001-to-upstream.json}. Messages are numbered from 1 in each connection; of one
 * that was not kept as a whole the name says {@code incomplete}.
 */
final class PayloadsWriter {
    private final ZipOutputStream zip;
    private final FrameWalk walk;

    PayloadsWriter(Engine engine, String filter, OutputStream out) {
        this.zip = new ZipOutputStream(out);
        this.walk = new FrameWalk(engine, filter);
    }

    long write(List<Connection> connections) throws IOException {
        for (Connection connection : connections) {
            int[] number = {0};
            walk.each(Set.of(connection.id()), row -> {
                Optional<Payload> content = FrameWalk.endsMessage(row.frame()) ? walk.message(row.frame())
                        : Optional.empty();
                if (content.isPresent()) {
                    put(row.frame(), ++number[0], content.get());
                }
            });
        }
        zip.finish();
        return walk.lost();
    }

    private void put(Frame last, int number, Payload content) throws IOException {
        String name = "%s/%04d-%s%s.%s".formatted(last.connection(), number, last.direction().wireName(),
                content.complete() ? "" : ".incomplete", extension(content));
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(last.atMicros(), TimeUnit.MICROSECONDS));
        zip.putNextEntry(entry);
        zip.write(content.bytes());
        zip.closeEntry();
    }

    private static String extension(Payload content) {
        return content.opcode() == Opcode.BINARY ? "bin"
                : IndentedJson.is(new String(content.bytes(), StandardCharsets.UTF_8)) ? "json" : "txt";
    }
}
