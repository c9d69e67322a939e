package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A Vite project is opened in Chromium through the engine, and its files are edited. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViteThroughEngineIT {
    private static final String APP = "src/App.jsx";
    private static final String STYLE = "src/page.css";
    private DevServer vite;
    private EngineUnderTest engine;
    private Browser browser;
    private Connection socket;

    @BeforeAll
    void start() throws IOException {
        vite = DevServer.vite("vite");
        engine = new EngineUnderTest(vite.url());
        browser = new Browser("vite");
    }

    @AfterAll
    void stop() {
        browser.close();
        engine.close();
        vite.close();
    }

    @BeforeEach
    void openPageAndCountToThree() throws IOException {
        vite.restore(APP);
        vite.restore(STYLE);
        browser.open("about:blank");
        await().until(() -> engine.engine().connections().stream().noneMatch(Connection::live));
        browser.open(engine.url("/"));
        browser.await("document.querySelector('h1')?.textContent == 'First version'");
        socket = engine.awaitOpen("vite-hmr");
        engine.awaitMessage(socket.id(), Direction.TO_CLIENT, "connected");
        for (int i = 1; i <= 3; i++) {
            browser.click("button");
        }
        browser.await("document.querySelector('button').textContent == 'count 3'");
        browser.evaluate("window.marker = 'same page'");
    }

    @Test
    void pageModulesAndSocketAllGoThroughTheListener() {
        assertThat(browser.sockets()).isNotEmpty()
                .allSatisfy(url -> assertThat(url).startsWith("ws://" + engine.address() + "/?token="));
        assertThat(browser.responses()).contains("GET 200 " + engine.url("/src/App.jsx"))
                .noneMatch(response -> response.contains(vite.url()));
        assertThat(socket.path()).isEqualTo("/");
        assertThat(socket.query()).startsWith("token=");
        assertThat(socket.upstreamUri()).isEqualTo(vite.url());
        assertThat(engine.engine().counters().httpRequests()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void anEditedComponentIsReplacedAndItsStateStays() throws IOException {
        vite.edit(APP, "First version", "Second version");

        browser.await("document.querySelector('h1').textContent == 'Second version'");
        assertThat(browser.evaluate("document.querySelector('button').textContent").asString()).isEqualTo("count 3");
        assertThat(browser.evaluate("window.marker").asString()).isEqualTo("same page");
        JsonNode change = engine.awaitMessage(socket.id(), Direction.TO_CLIENT, "update").get("updates").get(0);
        assertThat(change.get("type").asString()).isEqualTo("js-update");
        assertThat(change.get("path").asString()).isEqualTo("/src/App.jsx");
        assertThat(browser.responses())
                .contains("GET 200 " + engine.url("/src/App.jsx?t=" + change.get("timestamp").asLong()));
    }

    @Test
    void anEditedStyleAppliesWithoutReload() throws IOException {
        vite.edit(STYLE, "rgb(1, 2, 3)", "rgb(40, 50, 60)");

        browser.await("getComputedStyle(document.querySelector('h1')).color == 'rgb(40, 50, 60)'");
        assertThat(browser.evaluate("window.marker").asString()).isEqualTo("same page");
        JsonNode change = engine.awaitMessage(socket.id(), Direction.TO_CLIENT, "update").get("updates").get(0);
        assertThat(change.get("path").asString()).isEqualTo("/src/page.css");
    }

    @Test
    void aSyntaxErrorShowsTheOverlayAndItsRepairRemovesIt() throws IOException {
        vite.edit(APP, "</main>", "</mian>");

        browser.await("document.querySelector('vite-error-overlay') != null");
        JsonNode error = engine.awaitMessage(socket.id(), Direction.TO_CLIENT, "error");
        assertThat(error.get("err").get("id").asString()).endsWith("/src/App.jsx");

        vite.restore(APP);
        browser.await("document.querySelector('vite-error-overlay') == null");
        assertThat(browser.evaluate("window.marker").asString()).isEqualTo("same page");
    }

    @Test
    void closingThePageIsRecordedAsTheClientsGoingAway() {
        browser.open("about:blank");

        CloseInfo close = engine.awaitClose(socket.id());
        assertThat(close.by()).isEqualTo(CloseInfo.By.CLIENT);
        assertThat(close.code()).isEqualTo(1001);
    }

    @Test
    void anUnchangedModuleIsAnsweredWith304() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI module = URI.create(engine.url("/src/App.jsx"));
            HttpResponse<String> first = http.send(HttpRequest.newBuilder(module).build(),
                    HttpResponse.BodyHandlers.ofString());
            String tag = first.headers().firstValue("etag").orElseThrow();
            HttpResponse<String> second = http.send(HttpRequest.newBuilder(module).header("If-None-Match", tag).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(200, 304);
            assertThat(second.body()).isEmpty();
        }
    }
}
