package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.RttPage;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream, read by the JDK's WebSocket; every message is held against the document. */
class StreamTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final StagedEngine[] made = new StagedEngine[1];
    private final ControlRig rig = new ControlRig(engine -> made[0] = new StagedEngine(engine));

    @AfterEach
    void close() {
        rig.close();
    }

    /** A reader that takes a message only when it is asked to. */
    private final class Reader implements WebSocket.Listener {
        final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final WebSocket socket;
        private final StringBuilder text = new StringBuilder();

        Reader(String query) {
            URI uri = URI.create(rig.uri().toString().replace("http", "ws") + "/api/v1/stream" + query);
            socket = rig.http.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + ControlRig.TOKEN)
                    .buildAsync(uri, this)
                    .join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        void say(String json) {
            OpenApi.DOCUMENT.checkSchema("StreamWish", json, "the wish");
            socket.sendText(json, true).join();
        }

        JsonNode next(Predicate<JsonNode> wanted) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            List<String> seen = new ArrayList<>();
            try {
                while (System.nanoTime() < deadline) {
                    JsonNode message = messages.poll(1, TimeUnit.SECONDS);
                    if (message != null) {
                        OpenApi.DOCUMENT.checkSchema("StreamMessage", message.toString(), "a message of the stream");
                        if (wanted.test(message)) {
                            return message;
                        }
                        seen.add(message.toString());
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new AssertionError("not among " + seen);
        }

        JsonNode next(String type) {
            return next(m -> m.get("type").asString().equals(type));
        }
    }

    @Test
    void eventsComeUnaskedFromTheCursorOn() {
        Reader all = new Reader("");
        JsonNode first = all.next("events");
        assertThat(first.at("/events/0/type").asString()).isEqualTo("engine-started");
        Reader later = new Reader("?after=" + first.get("next").longValue());
        rig.openConnection("/echo");
        assertThat(later.next("events").at("/events/0/type").asString()).isEqualTo("connection-requested");
    }

    @Test
    void aSubscriberGetsConnectionsWhenTheyChangeAndIsToldNothingTwice() {
        String id = rig.openConnection("/echo?token=hunter2");
        Reader reader = new Reader("");
        reader.say("{\"type\":\"subscribe\",\"connections\":true,\"status\":true,\"engine\":true}");
        assertThat(reader.next("engine").at("/engine/transport").asString()).isNotEmpty();
        reader.next("status");
        JsonNode message = reader.next("connections");
        assertThat(message.at("/changed/0/id").asString()).isEqualTo(id);
        assertThat(message.toString()).doesNotContain("hunter2");
        await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(5)).until(reader.messages::isEmpty);

        assertThat(rig.delete("/api/v1/connections/" + id).status()).isEqualTo(200);
        assertThat(reader.next(m -> m.at("/changed/0/state").asString().equals("closed"))
                .at("/changed/0/close/by")
                .asString()).isEqualTo("engine");
    }

    @Test
    void aViewSendsItsBoundsAndTheRowsOfItsRangeOnly() {
        WebSocket socket = rig.open("/echo");
        for (int i = 0; i < 100; i++) {
            socket.sendText("message " + i, true).join();
        }
        await().until(() -> rig.engine.counters().framesCaptured() == 200);
        Reader reader = new Reader("");
        reader.say("{\"type\":\"view\",\"id\":7,\"filter\":\"dir:up\",\"first\":10,\"rows\":5}");
        List<Long> rows = new ArrayList<>();
        reader.next(m -> {
            m.path("rows").forEach(r -> rows.add(r.get("row").longValue()));
            return m.path("end").asLong(-1) == 100 && m.path("pending").asLong(-1) == 0 && rows.size() >= 5;
        });
        assertThat(rows).containsExactly(10L, 11L, 12L, 13L, 14L);
        reader.say("{\"type\":\"seek\",\"id\":7,\"seq\":0}");
        assertThat(reader.next("seek").get("row").longValue()).isZero();
        reader.say("{\"type\":\"view\",\"id\":7,\"filter\":\"dir:up\",\"first\":13,\"rows\":3}");
        JsonNode moved = reader.next(m -> m.get("type").asString().equals("view") && !m.get("rows").isEmpty());
        assertThat(moved.get("rows").size()).as("what was not sent yet").isOne();
        assertThat(moved.at("/rows/0/preview").asString()).isEqualTo("message 15");
    }

    @Test
    void aViewThatFollowsSendsTheNewestRows() {
        Reader reader = new Reader("");
        reader.say("{\"type\":\"view\",\"id\":1,\"rows\":3,\"follow\":true}");
        WebSocket socket = rig.open("/echo");
        for (int i = 0; i < 20; i++) {
            socket.sendText("message " + i, true).join();
        }
        reader.next(m -> m.path("rows").valueStream().anyMatch(r -> r.get("row").longValue() == 39));
    }

    @Test
    void roundTripsComeForTheLegThatIsLookedAt() {
        made[0].samples = List.of(new RttPage.Sample(1_000, 250));
        Reader reader = new Reader("");
        reader.say("{\"type\":\"rtt\",\"connection\":\"ws_1\",\"leg\":\"client\"}");
        JsonNode first = reader.next("rtt");
        assertThat(first.at("/page/samples/0/micros").intValue()).isEqualTo(250);
        made[0].samples = List.of(new RttPage.Sample(1_000, 250), new RttPage.Sample(2_000, 300));
        JsonNode second = reader.next("rtt");
        assertThat(second.at("/page/samples").size()).isOne();
        assertThat(second.at("/page/samples/0/micros").intValue()).isEqualTo(300);
    }

    @Test
    void aWishThatCannotBeIsAnsweredAndTheStreamGoesOn() {
        Reader reader = new Reader("");
        reader.socket.sendText("{\"type\":\"vew\",\"id\":1}", true).join();
        assertThat(reader.next("problem").get("key").asString()).isEqualTo("type");
        reader.socket.sendText("{\"type\":\"view\",\"id\":1,\"filter\":\"size>>3\"}", true).join();
        assertThat(reader.next("problem").get("key").asString()).isEqualTo("filter");
        for (int id = 0; id < 9; id++) {
            reader.say("{\"type\":\"view\",\"id\":" + id + "}");
        }
        assertThat(reader.next("problem").get("expected").asString()).startsWith("at most 8 views");
        reader.say("{\"type\":\"subscribe\",\"engine\":true}");
        reader.next("engine");
    }

    @Test
    void whatIsNotJsonEndsTheStream() throws Exception {
        Reader reader = new Reader("");
        reader.socket.sendText("hello", true).join();
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1007);
    }

    @Test
    void manyRowsComeInTurnsOfABoundedSize() {
        WebSocket socket = rig.open("/echo");
        Reader reader = new Reader("");
        // Not all at once: the echo cuts off whoever has too many answers to read.
        for (int sent = 100; sent <= 500; sent += 100) {
            for (int i = 0; i < 100; i++) {
                socket.sendText("message " + i, true).join();
            }
            int frames = 2 * sent;
            await().until(() -> rig.engine.counters().framesCaptured() == frames);
        }
        reader.say("{\"type\":\"view\",\"id\":1,\"rows\":1000}");
        List<Long> rows = new ArrayList<>();
        reader.next(m -> {
            m.path("rows").forEach(r -> rows.add(r.get("row").longValue()));
            assertThat(m.path("rows").size()).as("rows in one message").isLessThanOrEqualTo(ViewFeeds.ROWS_A_TURN);
            return rows.stream().distinct().count() == 1_000;
        });
    }

    @Test
    void nothingIsCollectedWhileTheReaderDoesNotRead() {
        EmbeddedChannel channel = new EmbeddedChannel();
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        buffer.setUserDefinedWritability(1, false);
        AtomicInteger asked = new AtomicInteger();
        StagedEngine engine = new StagedEngine(rig.engine) {
            @Override
            public EventPage events(long after, int limit) {
                asked.incrementAndGet();
                return super.events(after, limit);
            }
        };
        channel.pipeline()
                .addLast(new StreamHandler(new WebSocketServerHandshaker13("ws://x", null, false, 1_000), engine, 0));
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> asked.get() == 0);
        buffer.setUserDefinedWritability(1, true);
        await().until(() -> {
            channel.runPendingTasks();
            return channel.readOutbound() instanceof TextWebSocketFrame frame
                    && frame.text().contains("engine-started");
        });
        channel.close();
    }
}
