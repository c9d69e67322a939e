package dev.socketscope.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static void describe(PrintStream out) {
        String cpu = read("/proc/cpuinfo").lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        out.printf("%d cores (%s) shared by load, echo server and relay; Linux %s; JDK %s; engine flags: %s%n",
                Runtime.getRuntime().availableProcessors(), cpu, System.getProperty("os.version"), Runtime.version(),
                String.join(" ", OwnEngine.JVM_FLAGS));
    }

    /** Processes that ran or wanted to, averaged over the last minute. */
    static String loadAverage() {
        return read("/proc/loadavg").split(" ")[0];
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
