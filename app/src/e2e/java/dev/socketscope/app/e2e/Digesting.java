package dev.socketscope.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads a pipe to its end on a thread of its own, keeping nothing but the digest. */
final class Digesting implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<byte[]> sha256;

    Digesting(Path pipe) {
        sha256 = CompletableFuture.supplyAsync(() -> read(pipe), thread);
    }

    /** Waits for the end. */
    byte[] sha256() {
        return sha256.join();
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static byte[] read(Path pipe) {
        MessageDigest digest = newDigest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(pipe)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }
}
