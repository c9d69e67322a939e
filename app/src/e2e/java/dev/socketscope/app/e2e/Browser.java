package dev.socketscope.app.e2e;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium with an empty profile and one page, driven through {@code browser.mjs}. Every call waits for its answer. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private final Process driver;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private int lastId;

    Browser(String name) {
        Path profile = Places.emptyFolder(name + "-profile");
        List<String> command = List.of(Places.program("node"), "browser.mjs",
                Places.program("chromium", "chromium-browser", "google-chrome"), profile.toString());
        try {
            driver = new ProcessBuilder(command).directory(Places.node().toFile())
                    .redirectError(Path.of("target/e2e", name + "-browser.log").toFile())
                    .start();
            answers = driver.inputReader();
            commands = driver.outputWriter();
            read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(String url) {
        command("open", url);
    }

    void click(String selector) {
        command("click", selector);
    }

    /** Waits until the JavaScript expression is true in the page. @throws AssertionError when it does not become true */
    void await(String expression) {
        command("wait", expression);
    }

    /** The value of a JavaScript expression in the page. */
    JsonNode evaluate(String expression) {
        return command("evaluate", expression);
    }

    void picture(Path file) {
        command("picture", file.toString());
    }

    /** URLs of all WebSockets that the page has opened since the browser's start. */
    List<String> sockets() {
        return command("seen", "sockets").valueStream().map(JsonNode::asString).toList();
    }

    /** Every HTTP response since the browser's start, as {@code GET 200 http://…}. */
    List<String> responses() {
        return command("seen", "responses").valueStream()
                .map(r -> r.get("method").asString() + " " + r.get("status").asInt() + " " + r.get("url").asString())
                .toList();
    }

    @Override
    public void close() {
        try {
            commands.close();
            driver.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly();
        }
    }

    private JsonNode command(String name, String argument) {
        try {
            commands.write(JSON.writeValueAsString(Map.of("id", ++lastId, "do", name, "with", argument)));
            commands.newLine();
            commands.flush();
            JsonNode answer = read();
            JsonNode error = answer.get("error");
            if (error != null) {
                throw new AssertionError(name + " " + argument + ": " + error.asString());
            }
            return answer.get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read() throws IOException {
        @Nullable
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the browser's driver has ended; see its log under target/e2e");
        }
        return JSON.readTree(line);
    }
}
