package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** {@code scenario …} in this process, as a user calls it. */
final class ScenarioRun {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> code;

    private ScenarioRun(String... arguments) {
        CommandLine line = HeadlessMain.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("scenario"));
        all.addAll(List.of(arguments));
        code = CompletableFuture.supplyAsync(() -> line.execute(all.toArray(String[]::new)),
                task -> Thread.ofPlatform().start(task));
    }

    static ScenarioRun of(String... arguments) {
        return new ScenarioRun(arguments);
    }

    /** Where the engine listens, for a WebSocket to that path. */
    URI socket(String path) {
        await().atMost(SOON).until(() -> code.isDone() || out().contains("listening on "));
        String line = out().lines().filter(l -> l.startsWith("listening on ")).findFirst().orElse("");
        assertThat(line).as("%s%s", out, err).isNotEmpty();
        return URI.create(line.replace("listening on http:", "ws:") + path);
    }

    int exitCode() {
        return code.orTimeout(90, TimeUnit.SECONDS).join();
    }

    String out() {
        return out.toString();
    }

    /** What was printed as errors, without the line break at its end. */
    String err() {
        return err.toString().stripTrailing();
    }
}
