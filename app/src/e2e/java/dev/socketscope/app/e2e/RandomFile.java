package dev.socketscope.app.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SplittableRandom;

/** A file of reproducible random bytes. */
record RandomFile(Path path, byte[] sha256) {
    private static final int BLOCK = 1 << 20;

    static RandomFile write(Path path, long size, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        MessageDigest digest = Digesting.newDigest();
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = size; left > 0; left -= BLOCK) {
                random.nextBytes(block);
                int count = (int) Math.min(BLOCK, left);
                digest.update(block, 0, count);
                out.write(block, 0, count);
            }
        }
        return new RandomFile(path, digest.digest());
    }
}
