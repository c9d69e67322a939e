package dev.socketscope.app.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialEvent.Closed;
import dev.socketscope.engine.api.DialEvent.Opened;
import dev.socketscope.engine.api.DialEvent.Received;
import dev.socketscope.engine.api.DialEvent.Refused;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Dialed;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.client.WebSocketDialer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** WebSockets of a person's own, with npm's {@code ws} on the other side. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private Peer peer;

    @BeforeAll
    void start() {
        peer = new Peer("dialled");
    }

    @AfterAll
    void stop() {
        peer.close();
    }

    private Dialed dial(String path, List<DialEvent> events) {
        URI uri = URI.create(peer.url().replaceFirst("^http", "ws") + path);
        return new WebSocketDialer().dial(new DialTarget(uri, List.of(), List.of(), true, PATIENCE, false),
                events::add);
    }

    private static <T extends DialEvent> T awaitEvent(List<DialEvent> events, Class<T> type) {
        await().atMost(PATIENCE).until(() -> events.stream().anyMatch(type::isInstance));
        return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void compressedMessagesComeBackAsTheyWere() {
        List<DialEvent> events = new CopyOnWriteArrayList<>();
        Dialed socket = dial("/echo", events);
        Opened opened = awaitEvent(events, Opened.class);
        assertThat(opened.answer().headers())
                .anyMatch(header -> header.value().contains("permessage-deflate"));
        List<String> texts = List.of("", "Zwölf Boxkämpfer ✓ 𝄞", "again and again ".repeat(6_000), "again and again");

        texts.forEach(text -> assertThat(socket.send(Opcode.TEXT, text.getBytes(UTF_8))).isTrue());

        await().atMost(PATIENCE).until(() -> heard(events).equals(texts));
        socket.close(4000, "done");
        assertThat(awaitEvent(events, Closed.class)).isEqualTo(new Closed(4000, "done", false));
    }

    @Test
    void aRefusalIsToldWithItsStatus() {
        List<DialEvent> events = new CopyOnWriteArrayList<>();
        dial("/refuse", events);

        assertThat(awaitEvent(events, Refused.class).answer().status()).isEqualTo(403);
    }

    @Test
    void theServersCloseIsToldWithCodeAndReason() {
        List<DialEvent> events = new CopyOnWriteArrayList<>();
        Dialed socket = dial("/close?code=4001&reason=enough", events);
        awaitEvent(events, Opened.class);
        socket.send(Opcode.TEXT, "go on".getBytes(UTF_8));

        assertThat(awaitEvent(events, Closed.class)).isEqualTo(new Closed(4001, "enough", true));
    }

    @Test
    void aDroppedLineIsToldAs1006() {
        List<DialEvent> events = new CopyOnWriteArrayList<>();
        Dialed socket = dial("/terminate", events);
        awaitEvent(events, Opened.class);
        socket.send(Opcode.TEXT, "go on".getBytes(UTF_8));

        assertThat(awaitEvent(events, Closed.class).code()).isEqualTo(CloseInfo.ABNORMAL);
    }

    private static List<String> heard(List<DialEvent> events) {
        return events.stream()
                .filter(Received.class::isInstance)
                .map(event -> new String(((Received) event).payload(), UTF_8))
                .toList();
    }
}
