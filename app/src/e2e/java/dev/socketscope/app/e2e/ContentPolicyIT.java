package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that come with the engine need nothing that a strict policy forbids, and run nothing that an address or a message brings. */
@Timeout(120)
class ContentPolicyIT {
    private static final String MARKUP = "<img src=/none onerror='window.injected = 1'><script>window.injected = 1</script>";
    private static final String IN_URL = "%3Cimg%20src%3D%2Fnone%20onerror%3D%22window.injected%3D1%22%3E"
            + "%3Cscript%3Ewindow.injected%3D1%3C%2Fscript%3E";
    /** As a page would run it that did not keep to text. */
    private static final String INLINE = """
            void document.documentElement.append(Object.assign(document.createElement('script'), { textContent: 'window.injected = 1' }))""";

    private Sandbox sandbox;
    private EngineUnderTest engine;
    private final Browser browser = new Browser("content-policy");

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(new InetSocketAddress("127.0.0.1", 0));
        engine = new EngineUnderTest(sandbox.uri().toString());
    }

    @AfterEach
    void stop() {
        browser.close();
        engine.close();
        sandbox.close();
    }

    private void assertNothingInjected() {
        assertThat(browser.evaluate("window.injected ?? 'nothing'").asString()).isEqualTo("nothing");
        assertThat(browser.evaluate("document.querySelector('script:not([src]), [onerror]') === null").asBoolean())
                .isTrue();
    }

    @Test
    void theDemoPageDoesAllThatItCanWithoutAViolation() {
        browser.open(engine.url("/"));
        browser.await("Number(document.querySelector('#samples').textContent) > 5");
        browser.await("Number(document.querySelector('#updates').textContent) > 0");
        for (String button : new String[]{"[type=submit]", "#echo-binary", "#echo-large"}) {
            browser.click("#echo-form " + button);
        }
        browser.await("document.querySelectorAll('#echo-log li').length >= 6");
        buildError();
        browser.await("!document.querySelector('#error').hidden");

        assertThat(browser.evaluate("document.querySelector('#error-text').textContent").asString()).contains(MARKUP);
        assertNothingInjected();
        assertThat(browser.violations()).isEmpty();
    }

    /** A dev server's error that quotes a source with markup in it. */
    private void buildError() {
        String error = "{\"type\":\"error\",\"err\":{\"message\":\"" + MARKUP + "\",\"stack\":\"\",\"loc\":{\"file\":\""
                + MARKUP
                + "\",\"line\":1,\"column\":1}}}";
        engine.submit(new Command.InjectMessage(engine.awaitOpen("vite-hmr").id(), Direction.TO_CLIENT, Opcode.TEXT,
                error.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theBrowserClientConnectsAndShowsABuildErrorWithoutAViolation() {
        browser.open(engine.url("/"));
        browser.evaluate("import('/__socketscope/client.js').then(() => null)");
        browser.evaluate("""
                new Promise((resolve) => {
                  const socket = Socketscope.connect('/echo');
                  socket.addEventListener('message', ({ data }) => resolve(data));
                  socket.send('over the client');
                })""");
        browser.evaluate(
                "void Socketscope.overlay.show({ message: `" + MARKUP.replace("</", "<\\/") + "`, id: 'a.js' })");
        browser.await("document.querySelector('socketscope-error-overlay') !== null");

        assertNothingInjected();
        assertThat(browser.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=" + IN_URL + "#" + IN_URL, "/" + IN_URL, "/src/" + IN_URL, "/__socketscope/" + IN_URL,
            "/__socketscope/poll?url=" + IN_URL, "/__socketscope/poll?" + IN_URL + "=1"})
    void whatAnAddressBringsIsNotRun(String address) {
        browser.open(engine.url(address));

        assertNothingInjected();
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void theEnginesErrorPageIsStyledAndRunsNothing() {
        sandbox.close();
        browser.open(engine.url("/" + IN_URL + "?q=" + IN_URL));

        assertThat(browser.evaluate("document.title").asString()).isEqualTo("502 Bad Gateway");
        assertThat(browser.evaluate("getComputedStyle(document.querySelector('h1')).fontSize").asString())
                .isEqualTo("20px");
        assertNothingInjected();
        assertThat(browser.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/__socketscope/none"})
    void aScriptThatGetsIntoAPageNonethelessIsForbiddenByItsPolicy(String page) {
        browser.open(engine.url(page));
        browser.evaluate(INLINE);

        await().untilAsserted(() -> assertThat(browser.violations())
                .containsExactly("script-src-elem inline on " + engine.url(page)));
        assertThat(browser.evaluate("window.injected ?? 'nothing'").asString()).isEqualTo("nothing");
    }
}
