package dev.socketscope.app.payload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes payloads to files that only their owner can read: what passed through a tunnel may be secret. */
final class PayloadFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PayloadFile() {}

    /** Replaces the file if there is one. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class);
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        if (posix && Files.exists(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        Set<StandardOpenOption> how = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(file, how, attributes))) {
            out.write(bytes);
        }
    }

    /** A name to begin with: {@code frame-15.json}. */
    static String name(long seq, PayloadKind kind, byte[] bytes) {
        return "frame-" + seq + switch (kind) {
            case JSON -> ".json";
            case TEXT -> ".txt";
            case BINARY -> Picture.of(bytes).map(Picture::suffix).orElse(".bin");
        };
    }
}
