package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Event.Settlement;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of Parcel over the loss of their upstream: they reload when what they have loaded has changed, or may have. */
class ParcelPageTest {
    private static final String UPDATE = "{\"type\":\"update\",\"assets\":[{\"id\":\"a\",\"type\":\"js\",\"output\":\"\",\"envHash\":\"b\"}]}";
    private static final String MARK = "{\"type\":\"mark\"}";
    private static final String ERROR = "{\"type\":\"error\",\"diagnostics\":{\"ansi\":[],\"html\":[]}}";

    private final DevBench bench = new DevBench();
    private final ScriptedDevServer server = bench.server;
    private final LocalEngine engine = bench.engine;

    @BeforeEach
    void serve() {
        server.protocol = "";
        server.parcel = true;
        server.files.put("/__parcel_healthcheck", "1795665488053");
        server.files.put("/", "<link rel=stylesheet href=/app.css><script type=module src=/app.js></script>");
        server.files.put("/app.js", "v1");
        server.files.put("/app.css", "h1 {}");
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    /** A page that has loaded everything and opened its socket. */
    private Raw page() {
        for (String path : List.of("/", "/app.css", "/app.js")) {
            PageClient.get(engine, path);
        }
        return PageClient.open(engine, "/", "Origin: http://localhost");
    }

    private static void tells(Raw upstream, Raw page, String message) {
        upstream.send(fromUpstream(message));
        assertThat(WireText.read(page).text()).isEqualTo(message);
    }

    /** The ping by which the engine makes sure that no other update is on its way. */
    private static WireText.Got ping(Raw upstream) {
        WireText.Got ping = WireText.read(upstream);
        assertThat(ping.opcode()).isEqualTo(Opcode.PING);
        return ping;
    }

    /** An edit that reaches the page hot; the server has answered all that the engine asks about it. */
    private void edit(Raw upstream, Raw page) {
        server.files.put("/app.js", "v2");
        tells(upstream, page, UPDATE);
        upstream.send(WireText.from(Leg.UPSTREAM, Opcode.PONG, ping(upstream).payload()));
        tells(upstream, page, MARK);
    }

    private void isSettled(Settlement settlement, String detail) {
        await().until(() -> !Engines.events(engine, Event.GapSettled.class).isEmpty());
        assertThat(Engines.events(engine, Event.GapSettled.class)).last()
                .extracting(Event.GapSettled::settlement, Event.GapSettled::detail)
                .containsExactly(settlement, detail);
    }

    /** The page has not been told anything until it hears this. */
    private void isToldNothing(Raw page, Raw upstream, String detail) {
        isSettled(Settlement.NOTHING, detail);
        tells(upstream, page, MARK);
    }

    private void reloads(Raw page, String detail) {
        assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"reload\"}");
        isSettled(Settlement.RELOAD, detail);
        assertThat(Engines.events(engine, Event.GapSettled.class)).hasSize(1);
    }

    @Test
    void aPageThatHasHeardNothingIsToldNothingAfterABlip() {
        try (Raw page = page()) {
            server.socket().reset();
            isToldNothing(page, server.socket(), "3 files are as they were");
            assertThat(Engines.only(engine).survival().hmr()).isEqualTo("parcel");
        }
    }

    @Test
    void anEditInTheGapReloadsThePageOnce() {
        try (Raw page = page()) {
            Raw first = server.socket();
            server.files.put("/app.js", "v2");
            first.reset();
            server.socket();
            reloads(page, "/app.js has changed");
        }
    }

    @Test
    void anEditBeforeTheGapIsNotToldAgain() {
        try (Raw page = page()) {
            Raw first = server.socket();
            edit(first, page);
            first.reset();
            isToldNothing(page, server.socket(), "3 files are as they were");
        }
    }

    @Test
    void anEditBeforeTheGapThatWasTakenBackInItReloadsThePage() {
        try (Raw page = page()) {
            Raw first = server.socket();
            edit(first, page);
            server.files.put("/app.js", "v1");
            first.reset();
            server.socket();
            reloads(page, "/app.js has changed");
        }
    }

    @Test
    void anUpdateThatMayNotHaveBeenTheLastOneReloadsThePage() {
        try (Raw page = page()) {
            Raw first = server.socket();
            server.files.put("/app.js", "v2");
            tells(first, page, UPDATE);
            ping(first);
            first.reset();
            server.socket();
            reloads(page, "an update was under way when the line broke");
        }
    }

    @Test
    void anUpdateThatIsTooLongToBeReadReloadsThePage() {
        try (Raw page = page()) {
            Raw first = server.socket();
            tells(first, page, "{\"type\":\"update\",\"x\":\"" + "x".repeat(2 << 20) + "\"}");
            first.reset();
            server.socket();
            reloads(page, "an update was under way when the line broke");
        }
    }

    @Test
    void aPageThatDidNotComeThroughTheEngineReloads() {
        try (Raw page = PageClient.open(engine, "/", "Origin: http://localhost")) {
            server.socket().reset();
            server.socket();
            reloads(page, "the page did not come through this engine");
        }
    }

    @Test
    void anErrorThatWasMendedInTheGapGoesFromThePage() {
        try (Raw page = page()) {
            Raw first = server.socket();
            tells(first, page, ERROR);
            first.reset();
            server.socket();
            assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"update\",\"assets\":[]}");
        }
    }

    @Test
    void aBuildThatIsBrokenAfterTheGapIsSettledWhenItIsMended() {
        try (Raw page = page()) {
            Raw first = server.socket();
            server.broken = true;
            tells(first, page, ERROR);
            first.reset();
            Raw second = server.socket();
            tells(second, page, ERROR);
            isSettled(Settlement.NOTHING, "the build is broken: what has changed is looked for when it is mended");
            server.broken = false;
            tells(second, page, UPDATE);
            await().until(() -> Engines.events(engine, Event.GapSettled.class).size() == 2);
            isToldNothing(page, second, "3 files are as they were");
        }
    }
}
