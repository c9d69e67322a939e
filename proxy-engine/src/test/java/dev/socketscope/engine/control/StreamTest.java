package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.RttPage;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The stream, read by the JDK's WebSocket; every message is held against the document. */
class StreamTest {
    private final StagedEngine[] made = new StagedEngine[1];
    private final ControlRig rig = new ControlRig(engine -> made[0] = new StagedEngine(engine));

    @AfterEach
    void close() {
        rig.close();
    }

    private StreamReader reader(String query) {
        return new StreamReader(rig, query);
    }

    @Test
    void eventsComeUnaskedFromTheCursorOn() {
        StreamReader all = reader("");
        JsonNode first = all.next("events");
        assertThat(first.at("/events/0/type").asString()).isEqualTo("engine-started");
        StreamReader later = reader("?after=" + first.get("next").longValue());
        rig.openConnection("/echo");
        assertThat(later.next("events").at("/events/0/type").asString()).isEqualTo("connection-requested");
    }

    @Test
    void aSubscriberGetsConnectionsWhenTheyChangeAndIsToldNothingTwice() {
        String id = rig.openConnection("/echo?token=hunter2");
        StreamReader reader = reader("");
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
        StreamReader reader = reader("");
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
        StreamReader reader = reader("");
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
        StreamReader reader = reader("");
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
        StreamReader reader = reader("");
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
        StreamReader reader = reader("");
        reader.socket.sendText("hello", true).join();
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1007);
    }

    @Test
    void manyRowsComeInTurnsOfABoundedSize() {
        WebSocket socket = rig.open("/echo");
        StreamReader reader = reader("");
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
