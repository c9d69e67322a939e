package dev.socketscope.engine.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read. Where the file system knows no such permissions, a new file inherits its folder's access list. */
public final class OwnerFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerFile() {}

    /**
     * Writes a new file, and the folders above it. The permissions are there before the first byte is.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one; it is left as it is
     */
    public static void make(Path file, String text) throws IOException {
        try (OutputStream out = create(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Begins a new file, and makes the folders above it. The permissions are there before the first byte is.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one; it is left as it is
     */
    public static OutputStream create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            makeFolder(folder);
        }
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newOutputStream(Files.newByteChannel(file, options, attributes(file, OWNER_ONLY)));
    }

    /** Those that are missing. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, OWNER_FOLDER));
    }

    /** Takes an existing file away from everybody but its owner. */
    static void restrict(Path file) throws IOException {
        if (hasPermissions(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static FileAttribute<?>[] attributes(Path file, Set<PosixFilePermission> permissions) {
        return hasPermissions(file)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
