package dev.socketscope.app.bench;

import dev.socketscope.engine.api.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** {@link ManySockets} in their process. Used by one thread at a time. */
final class Peers implements AutoCloseable {
    private final Process process;
    private final BufferedReader told;
    private final int port;

    private Peers(Process process) {
        this.process = process;
        this.told = process.inputReader(StandardCharsets.US_ASCII);
        this.port = Integer.parseInt(line());
    }

    static Peers start() {
        try {
            return new Peers(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m", "-cp", System.getProperty("java.class.path"), ManySockets.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the upstream listens, on loopback. */
    int port() {
        return port;
    }

    /** Returns when all of them are upgraded. */
    void dial(Engine engine, int connections, boolean quiet) {
        String listen = engine.info().listen();
        String order = String.format(Locale.ROOT, "%-24s",
                listen.substring(listen.lastIndexOf(':') + 1) + " " + connections + (quiet ? " quiet" : ""));
        try {
            process.getOutputStream().write(order.getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line();
    }

    private String line() {
        try {
            return String.valueOf(told.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
