package dev.socketscope.engine.keys;

import dev.socketscope.engine.api.KeyFiles;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authority of this user alone, kept in a folder that nobody else may read: {@code ca.pem}, which browsers have to trust, and
 * {@code ca-key.pem}, whose holder can pretend to be any server to whoever trusts it. It signs certificates of listeners, whose keys are
 * never written down.
 */
public final class LocalAuthority {
    /** What a listener's certificate is good for; browsers take none that lasts longer than 398 days. */
    static final Duration LEAF_VALIDITY = Duration.ofDays(90);
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final Logger LOG = LoggerFactory.getLogger(LocalAuthority.class);
    /** A lock of the file system is the process's, not the thread's. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;
    private final KeyMaterial keys;

    private LocalAuthority(Path file, KeyMaterial keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * The authority of the folder; made when there is none, and made anew when it is damaged or ends before a certificate of today would.
     *
     * @throws IOException when the folder cannot be read or written
     */
    public static LocalAuthority open(Path folder, Instant now) throws IOException {
        OwnerFile.makeFolder(folder);
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock _ = lock.lock()) {
                Optional<LocalAuthority> there = find(folder, now);
                return there.isPresent() ? there.get() : make(folder, now);
            }
        }
    }

    /** The authority of the folder; empty when there is none that can be used. */
    public static Optional<LocalAuthority> find(Path folder, Instant now) throws IOException {
        Path certificate = folder.resolve("ca.pem");
        Path key = folder.resolve("ca-key.pem");
        if (Files.notExists(certificate) || Files.notExists(key)) {
            return Optional.empty();
        }
        OwnerFile.restrict(key);
        try {
            KeyMaterial keys = PemFiles.keyMaterial(folder.toString(),
                    new KeyFiles(certificate, key));
            return keys.until().isAfter(now.plus(LEAF_VALIDITY))
                    ? Optional.of(new LocalAuthority(certificate, keys))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.warn("The local authority cannot be used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static LocalAuthority make(Path folder, Instant now) throws IOException {
        byte[] mark = new byte[4];
        new SecureRandom().nextBytes(mark);
        String name = "Socketscope local authority " + new BigInteger(1, mark).toString(Character.MAX_RADIX);
        KeyMaterial keys = Issuing.authority(name, now, now.plus(VALIDITY));
        replace(folder.resolve("ca-key.pem"), Issuing.pem(keys.key()));
        replace(folder.resolve("ca.pem"), Issuing.pem(keys.certificate()));
        LOG.info("Made {} in {}; browsers have to trust it", name, folder);
        return new LocalAuthority(folder.resolve("ca.pem"), keys);
    }

    /** Whoever reads meanwhile finds the old file or the new one. */
    private static void replace(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        OwnerFile.make(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A new key and its certificate, followed by the authority's own, for these host names, {@code *.suffix} and addresses. */
    public KeyMaterial issue(Collection<String> names, Instant now) {
        return Issuing.leaf(keys, List.copyOf(names), now, now.plus(LEAF_VALIDITY));
    }

    /** The authority's certificate, for whoever is to trust it. */
    public Path file() {
        return file;
    }

    /** The same as text in PEM. */
    public String pem() {
        return Issuing.pem(keys.certificate());
    }
}
