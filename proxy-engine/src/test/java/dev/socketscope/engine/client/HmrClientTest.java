package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Reconnect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HmrClientTest {
    private final List<HmrEvent> events = new CopyOnWriteArrayList<>();
    private final ResumeServer server = ResumeServer.start((_, _) -> {});

    @AfterEach
    void stop() {
        server.close();
    }

    private HmrClient connected() {
        URI uri = URI.create("ws://127.0.0.1:" + server.getPort() + HmrClient.PATH);
        HmrClient client = HmrClient.connect(SocketSettings.to(uri)
                .withReconnect(new Reconnect(Duration.ofMillis(20), Duration.ofMillis(20), 1, 0, 50)), events::add);
        await().until(() -> online() == 1);
        return client;
    }

    private long online() {
        return events.stream().filter(HmrEvent.Online.class::isInstance).count();
    }

    private ResumeServer.Session session(int n) {
        return server.sessions().get(n);
    }

    @Test
    void everyKindOfMessageIsTold() {
        try (HmrClient client = connected()) {
            session(0).send("{\"type\":\"connected\"}");
            session(0).send("{\"type\":\"update\",\"path\":\"/src/App.tsx\",\"timestamp\":1700}");
            session(0).send("{\"type\":\"full-reload\",\"path\":\"*\"}");
            session(0).send("{\"type\":\"prune\",\"paths\":[\"/a.css\",\"/b.css\"]}");
            session(0).send("{\"type\":\"prune\",\"path\":\"/c.css\"}");
            session(0).send("{\"type\":\"custom\",\"event\":\"my:event\",\"data\":{\"n\":1}}");
            session(0).send("not JSON");

            await().until(() -> events.size() == 8);
            assertThat(events.subList(1, 8)).containsExactly(new HmrEvent.Connected(),
                    new HmrEvent.Update(List.of(new HmrEvent.Change("/src/App.tsx", "/src/App.tsx", 1700))),
                    new HmrEvent.FullReload("*"), new HmrEvent.Prune(List.of("/a.css", "/b.css")),
                    new HmrEvent.Prune(List.of("/c.css")), new HmrEvent.Custom("my:event", "{\"n\":1}"),
                    new HmrEvent.Other("not JSON"));
            assertThat(client.lastTimestamp()).isEqualTo(1700);
        }
    }

    /** As Vite 8 sends them. */
    @Test
    void vitesUpdatesAndErrorsAreUnderstood() {
        HmrMessages.Read update = HmrMessages.read(
                "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\",\"timestamp\":1795000000123,\"path\":\"/src/App.jsx\","
                        + "\"acceptedPath\":\"/src/Root.jsx\",\"explicitImportRequired\":false},"
                        + "{\"type\":\"css-update\",\"timestamp\":1795000000100,\"path\":\"/src/page.css\"}]}");
        assertThat(update.event()).isEqualTo(new HmrEvent.Update(List.of(
                new HmrEvent.Change("/src/App.jsx", "/src/Root.jsx", 1_795_000_000_123L),
                new HmrEvent.Change("/src/page.css", "/src/page.css", 1_795_000_000_100L))));
        assertThat(update.timestamp()).isEqualTo(1_795_000_000_123L);

        assertThat(HmrMessages.read("{\"type\":\"error\",\"err\":{\"message\":\"Unexpected token\",\"stack\":\"at x\","
                + "\"id\":\"/src/App.jsx\",\"loc\":{\"file\":\"/project/src/App.jsx\",\"line\":12,\"column\":3}}}")
                .event())
                .isEqualTo(new HmrEvent.Error("Unexpected token", "at x", "/project/src/App.jsx", 12));
        assertThat(HmrMessages.read("{\"type\":\"error\",\"err\":{\"message\":\"m\",\"id\":\"/only/id.js\"}}").event())
                .isEqualTo(new HmrEvent.Error("m", "", "/only/id.js", 0));
    }

    @Test
    void afterALossItAsksForWhatItMissed() {
        try (HmrClient _ = connected()) {
            session(0).send("{\"type\":\"update\",\"path\":\"/a.js\",\"timestamp\":1700}");
            session(0).send("{\"type\":\"update\",\"path\":\"/b.js\",\"timestamp\":1600}");
            await().until(() -> events.size() == 3);

            server.cutAll();

            await().until(() -> online() == 2);
            await().untilAsserted(
                    () -> assertThat(session(1).received()).containsExactly("{\"type\":\"sync\",\"since\":1700}"));
            assertThat(session(0).received()).isEmpty();
            HmrEvent.Offline offline = (HmrEvent.Offline) events.get(3);
            assertThat(offline.code()).isEqualTo(1006);
            assertThat(Objects.requireNonNull(offline.retryIn())).isEqualTo(Duration.ofMillis(20));
        }
    }

    @Test
    void withoutATimestampItAsksByTheIdOfTheLastMessage() {
        try (HmrClient client = connected()) {
            session(0).send("{\"type\":\"custom\",\"event\":\"e\",\"_buffered\":true,\"_id\":\"msg_17\"}");
            await().until(() -> events.size() == 2);
            assertThat(client.lastMessageId()).isEqualTo("msg_17");

            server.cutAll();

            await().until(() -> server.sessions().size() == 2
                    && session(1).received().toString().contains("\"lastMessageId\":\"msg_17\""));
        }
    }

    @Test
    void aFirstConnectionAsksForNothing() {
        try (HmrClient _ = connected()) {
            server.cutAll();
            await().until(() -> online() == 2);
            session(1).send("{\"type\":\"connected\"}");
            await().until(() -> events.contains(new HmrEvent.Connected()));
            assertThat(session(1).received()).isEmpty();
        }
    }

    @Test
    void itTriesSoonerAndForever() {
        assertThat(HmrClient.RECONNECT.initialDelay()).isEqualTo(Duration.ofMillis(500));
        assertThat(HmrClient.RECONNECT.maxDelay()).isEqualTo(Duration.ofSeconds(5));
        try (HmrClient _ = HmrClient.connect(URI.create("ws://127.0.0.1:" + server.getPort()), events::add)) {
            await().until(() -> online() == 1);
            assertThat(server.requests()).containsExactly("/_hmr");
            server.closeAll(1001, "restart");
            await().until(() -> online() == 2);
        }
    }
}
