package dev.socketscope.engine.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that holds a {@link ControlToken}, one line, readable by its owner only. */
public final class TokenFile {
    private static final int LONGEST_FILE = 4_096;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private TokenFile() {}

    /**
     * The file's token; made at random when there is no file yet, together with the folders above it.
     *
     * @throws IOException when the file cannot be read or made
     * @throws IllegalArgumentException when it does not hold a token
     */
    public static ControlToken readOrMake(Path file) throws IOException {
        try {
            ControlToken made = ControlToken.random();
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, attributes(folder, OWNER_FOLDER));
            }
            write(file, made);
            return made;
        } catch (FileAlreadyExistsException _) {
            return read(file);
        }
    }

    /** The token of a file that must exist. */
    public static ControlToken read(Path file) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new IllegalArgumentException(file + ": is no token file, it has " + Files.size(file) + " bytes");
        }
        try {
            return ControlToken.of(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Never overwrites; the permissions are there before the first byte is. */
    private static void write(Path file, ControlToken token) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, options, attributes(file, OWNER_ONLY))) {
            ByteBuffer bytes = ByteBuffer.wrap((token.secret() + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** None where the file system has no such permissions; there a new file inherits its folder's access list. */
    private static FileAttribute<?>[] attributes(Path file, Set<PosixFilePermission> permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
