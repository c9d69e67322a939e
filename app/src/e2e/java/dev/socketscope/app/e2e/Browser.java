package dev.socketscope.app.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Chromium with an empty profile and one page, driven through {@code browser.mjs}. Every call waits for its answer. */
final class Browser implements AutoCloseable {
    private final Driver driver;

    Browser(String name) {
        this(name, Map.of());
    }

    private Browser(String name, Map<String, String> environment) {
        Path profile = Places.emptyFolder(name + "-profile");
        driver = new Driver(name + "-browser", environment, List.of("browser.mjs",
                Places.program("chromium", "chromium-browser", "google-chrome"), profile.toString()));
    }

    /** The browser of a user with this home folder, whose NSS database says which authorities are trusted. */
    static Browser of(Path home, String name) {
        return new Browser(name, Map.of("HOME", home.toString()));
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

    /** What pages have written to the console since the browser's start, errors of the browser among it. */
    List<String> console() {
        return command("seen", "console").valueStream().map(JsonNode::asString).toList();
    }

    /** Everything that pages' content security policies have forbidden since the browser's start. */
    List<String> violations() {
        return command("seen", "violations").valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private JsonNode command(String name, String argument) {
        return driver.command(name, argument);
    }
}
