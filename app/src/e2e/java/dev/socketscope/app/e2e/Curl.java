package dev.socketscope.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What one run of curl gave.
 *
 * @param code curl's exit code
 * @param out what it wrote to standard output
 * @param log what it wrote to standard error; with {@code -v} the heads of both sides
 */
record Curl(int code, String out, String log) {
    private static final long LIMIT_SECONDS = 120;

    /** Runs curl with {@code -sS} and these arguments. */
    static Curl run(String... arguments) throws IOException, InterruptedException {
        return run(Path.of("/dev/null"), arguments);
    }

    /** The same with a file as standard input. */
    static Curl run(Path input, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("curl", ".out");
        Path log = Files.createTempFile("curl", ".log");
        List<String> command = Stream
                .concat(Stream.of(Places.program("curl"), "-sS", "--noproxy", "*"), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("curl hangs: " + command);
            }
            return new Curl(process.exitValue(), Files.readString(out),
                    Files.readString(log, StandardCharsets.ISO_8859_1));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(log);
        }
    }

    /** Lines that the server sent as its head, without case; for runs with {@code -v}. */
    List<String> responseHead() {
        return log.lines()
                .filter(line -> line.startsWith("< "))
                .map(line -> line.substring(2).toLowerCase(Locale.ROOT))
                .toList();
    }
}
