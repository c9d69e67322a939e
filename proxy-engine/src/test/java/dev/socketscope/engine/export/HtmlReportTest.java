package dev.socketscope.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.recording.EchoTunnel;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real traffic, some of it hostile, in a report. */
class HtmlReportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOSTILE = "</pre></script><img src=x onerror=alert(1)>'\"&<!--";
    private final EchoTunnel tunnel = new EchoTunnel();

    @AfterEach
    void close() {
        tunnel.close();
    }

    @Test
    void whatAPeerSendsNeverBecomesMarkup() throws Exception {
        WebSocket socket = tunnel.connect("/echo?x=%3Cscript%3E&name='onload='alert(1)");
        socket.sendText(HOSTILE.repeat(40), true).get();
        socket.sendText(HOSTILE, true).get();
        socket.sendClose(1000, HOSTILE).get();
        awaitEnd();

        String page = report(FrameQuery.ALL);

        assertThat(found(page, "<([a-zA-Z!/][a-zA-Z0-9]*)")).isSubsetOf("!DOCTYPE", "html", "head", "meta", "title",
                "style", "body", "main", "header", "div", "section", "svg", "rect", "circle", "path", "polyline", "h1",
                "h2", "h3", "p", "span", "code", "pre", "dl", "dt", "dd", "table", "tr", "th", "td", "details",
                "summary", "a", "/html", "/head", "/title", "/style", "/body", "/main", "/header", "/div", "/section",
                "/svg", "/rect", "/circle", "/path", "/polyline", "/h1", "/h2", "/h3", "/p", "/span", "/code", "/pre",
                "/dl", "/dt", "/dd", "/table", "/tr", "/th", "/td", "/details", "/summary", "/a");
        assertThat(found(page, "<[a-z0-9]+[^>]*\\s(on[a-z]+|src|style|action|srcdoc)=")).isEmpty();
        assertThat(found(page, "<[a-z0-9]+[^>]*\\shref=\"([^\"#][^\"]*)\"")).isEmpty();
        assertThat(page).contains("&lt;/pre&gt;&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&quot;&amp;");
    }

    @Test
    void theBrowserIsToldToLoadNothingAndToRunNothing() throws Exception {
        tunnel.connect("/echo").sendText("hello", true).get();

        assertThat(report(FrameQuery.ALL)).containsPattern(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src"
                        + " &#39;sha256-[A-Za-z0-9+/=]{44}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\">");
    }

    @Test
    void aReportTellsWhatHappenedHowItEndedAndWhatTheHandshakeWasWithoutSecrets() throws Exception {
        WebSocket socket = tunnel.connect("/echo?token=hidden&room=7");
        socket.sendText("{\"kind\":\"" + "g".repeat(90) + "\",\"price\":1.50,\"list\":[]}", true).get();
        socket.sendBinary(ByteBuffer.wrap(new byte[300]), true).get();
        String id = tunnel.engine.connections().getFirst().id();
        await().atMost(PATIENCE).until(() -> !tunnel.engine.rtt(id, Leg.CLIENT, 0).samples().isEmpty());
        socket.sendClose(1000, "done").get();
        awaitEnd();

        String page = report(new FrameQuery(Set.of(id), ""));

        assertThat(page).contains("Closed by the client with 1000 “done” after", "/echo?token=••••••&amp;room=7",
                "1000 normal", "Round trips", "GET /echo?token=••••••&amp;room=7 HTTP/1.1", "HTTP/1.1 101 ",
                "Connection opened", "&quot;,\n  &quot;price&quot;: 1.50,\n  &quot;list&quot;: []\n}",
                "000000  00 00 00");
        assertThat(page).doesNotContain("token=hidden", "secret-of-the-test");
    }

    @Test
    void ofALongConversationTheMiddleIsLeftOutAndThatIsSaid() throws Exception {
        WebSocket socket = tunnel.connect("/echo");
        for (int i = 0; i < 2_100; i++) {
            socket.sendText("message " + i, true).get();
        }
        await().atMost(PATIENCE).until(() -> tunnel.engine.connections().getFirst().toUpstream().messages() == 2_100);

        String page = report(new FrameQuery(Set.of(), "dir:up message"));

        assertThat(page).containsPattern(">\\d+ frames between these are left out; the recording has them.<")
                .contains(">message 0<", ">message 2099<")
                .doesNotContain(">message 450<");
    }

    @Test
    void ofALongMessageTheBeginningIsShownAndThatIsSaid() throws Exception {
        tunnel.connect("/echo").sendText("x".repeat(100_000) + "the end", true).get();
        await().atMost(PATIENCE).until(() -> tunnel.engine.connections().getFirst().toUpstream().messages() == 1);

        boolean told = report(new FrameQuery(Set.of(), "dir:up"))
                .contains("Only the first 64.0 KB of 97.7 KB are here.");
        assertThat(told).isTrue();
    }

    private void awaitEnd() {
        await().atMost(PATIENCE).until(() -> tunnel.engine.connections().stream().noneMatch(Connection::live));
    }

    private String report(FrameQuery query) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Export.write(ExportFormat.HTML, tunnel.engine, query, false, out)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map((MatchResult m) -> m.group(1)).distinct().toList();
    }
}
