package dev.socketscope.engine.control;

import dev.socketscope.engine.keys.OwnerFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds a {@link ControlToken}, one line, readable by its owner only. */
public final class TokenFile {
    private static final int LONGEST_FILE = 4_096;

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
            OwnerFile.make(file, made.secret() + "\n");
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
}
