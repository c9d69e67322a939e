package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Event.Settlement;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sockets belong to hot-reload servers, and what those tell a page by themselves when they are back. */
class HotReloadTest {
    private final DevBench bench = new DevBench();

    @BeforeEach
    void agreeOnNoSubprotocol() {
        bench.server.protocol = "";
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @Test
    void webpackIsRecognisedByItsGreetingAndSettlesItself() {
        try (Raw page = bench.page("/ws")) {
            Raw first = bench.server.socket()
                    .send(fromUpstream("{\"type\":\"hot\"}"))
                    .send(fromUpstream("{\"type\":\"ok\"}"));
            WireText.read(page);
            WireText.read(page);
            assertThat(bench.status().dialect()).isEqualTo("webpack");
            first.reset();
            bench.server.socket().send(fromUpstream("{\"type\":\"hash\",\"data\":\"abc\"}"));
            assertThat(WireText.read(page).text()).contains("abc");
            assertThat(bench.settled().settlement()).isEqualTo(Settlement.NOTHING);
        }
    }

    @Test
    void aSocketThatIsNoneOfOursIsLeftAlone() {
        try (Raw page = bench.page("/ws")) {
            bench.server.socket().send(fromUpstream("{\"type\":\"error\",\"data\":\"sensor\"}"));
            WireText.read(page);
            assertThat(bench.engine.hmr()).isEmpty();
        }
    }

    @Test
    void turbopackGreetsThePageAgainSoThatItSubscribesAnew() {
        String greeting = "{\"type\":\"turbopack-connected\",\"data\":{\"sessionId\":3358785639030783,\"hmrVersion\":\"2\"}}";
        String subscribe = "{\"type\":\"turbopack-subscribe\",\"path\":\"static/chunks/_219uq1sj0q91c._.js\","
                + "\"headers\":null,\"hmrVersion\":\"2\"}";
        try (Raw page = bench.page("/_next/hmr?id=x")) {
            Raw first = bench.server.socket().send(fromUpstream(greeting));
            WireText.read(page);
            first.reset();
            Raw second = bench.server.socket().send(fromUpstream(greeting));
            assertThat(WireText.read(page).text()).isEqualTo(greeting);
            page.send(fromClient(subscribe));
            assertThat(WireText.read(second).text()).isEqualTo(subscribe);
            assertThat(bench.settled().settlement()).isEqualTo(Settlement.NOTHING);
        }
    }

    @Test
    void aNextPageIsNotToldAgainOfTheBuildThatItHas() {
        String hash = "\"hash\":\"8b4996dcc49555dd\",\"errors\":[],\"warnings\":[]}";
        try (Raw page = bench.page("/_next/hmr?id=x")) {
            Raw first = bench.server.socket()
                    .send(fromUpstream(
                            "{\"type\":\"sync\",\"hash\":\"dd3873e3dde6651c\",\"errors\":[],\"warnings\":[]}"))
                    .send(fromUpstream("{\"type\":\"built\"," + hash));
            WireText.read(page);
            WireText.read(page);
            first.reset();
            bench.server.socket()
                    .send(fromUpstream("{\"type\":\"sync\"," + hash))
                    .send(fromUpstream("{\"type\":\"isrManifest\",\"data\":{}}"));
            assertThat(WireText.read(page).text()).as("it would load itself anew").contains("isrManifest");
        }
    }

    @Test
    void anEdgeThatListensWhileItsServerIsAwayUsesUpNoAttempts() throws IOException {
        try (LocalEngine patient = Engines.to(bench.server.port(), TunnelPolicy.DEFAULT
                .with(new Reconnect(Duration.ofMinutes(5), Duration.ofMinutes(5), 1, 0, 1)))) {
            try (Raw page = Raw.connect(Engines.port(patient)).upgrade("/_next/hmr?id=x")) {
                assertThat(page.head()).startsWith("HTTP/1.1 101 ");
                Raw first = bench.server.socket();
                bench.server.accepting = false;
                first.reset();
                await().until(() -> bench.server.refused.get() >= 2);
                bench.server.accepting = true;
                bench.server.socket().send(fromUpstream("{\"type\":\"isrManifest\",\"data\":{}}"));
                assertThat(WireText.read(page).text()).as("long before the planned attempt").contains("isrManifest");
                assertThat(Engines.events(patient, Event.ReconnectFailed.class)).isEmpty();
            }
        }
    }

    /** A page at the root that has heard nothing when its upstream is lost. */
    private Raw cutBeforeAWord() {
        Raw page = bench.page("/", "Origin: http://localhost");
        bench.server.socket().reset();
        return page;
    }

    @Test
    void aPageOfAnotherServerThatHasHeardNothingYetIsLeftAlone() {
        try (Raw page = cutBeforeAWord()) {
            Raw upstream = bench.server.socket();
            await().until(() -> bench.server.requests.contains("/__parcel_healthcheck"));
            upstream.send(fromUpstream("{\"type\":\"mark\"}"));
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(bench.engine.hmr()).isEmpty();
        }
    }

    @Test
    void aPlainHotReloadSocketAsksForWhatItMissed() {
        try (Raw page = bench.page("/_hmr")) {
            bench.server.socket().reset();
            assertThat(WireText.read(bench.server.socket()).text()).matches("\\{\"type\":\"sync\",\"since\":\\d+}");
            assertThat(page).isNotNull();
        }
    }
}
