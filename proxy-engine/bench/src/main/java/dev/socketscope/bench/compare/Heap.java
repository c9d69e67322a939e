package dev.socketscope.bench.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What lives in the heap of another JVM, asked with {@code jcmd}. */
final class Heap {
    /** Of whatever collector: one line for each part of the heap, and others for what is outside of it. */
    private static final Pattern USED = Pattern
            .compile("(?m)^(?!\\s*(?:Metaspace|class space)).*\\btotal\\b.*, used (\\d+)K");
    private static final long KIB = 1024;

    private Heap() {}

    /** Bytes that are used after a collection. */
    static long liveBytes(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)) * KIB)
                .sum();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(program, Long.toString(pid), command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + answer);
        }
        return answer;
    }
}
