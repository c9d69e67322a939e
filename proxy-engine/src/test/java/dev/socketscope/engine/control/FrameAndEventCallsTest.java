package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Frames, their content, and events, with cursors. */
class FrameAndEventCallsTest {
    private final ControlRig rig = new ControlRig(e -> e, new EngineConfig.Capture(1 << 20, 64 << 10));

    @AfterEach
    void close() {
        rig.close();
    }

    private String echoed(String... messages) {
        WebSocket socket = rig.open("/echo");
        for (String message : messages) {
            socket.sendText(message, true).join();
        }
        await().until(() -> rig.engine.counters().framesCaptured() >= 2L * messages.length);
        return rig.engine.connections().getFirst().id();
    }

    @Test
    void framesComeInPagesWithTheirContent() {
        String id = echoed("one", "two", "three");
        List<String> texts = new ArrayList<>();
        long after = 0;
        JsonNode page;
        do {
            page = rig.get("/api/v1/connections/" + id + "/frames?limit=2&after=" + after).json();
            page.get("frames").forEach(f -> texts.add(f.get("direction").asString() + " " + f.get("text").asString()));
            after = page.get("next").longValue();
            assertThat(page.get("missed").longValue()).isZero();
        } while (!page.get("frames").isEmpty());
        assertThat(texts).containsExactlyInAnyOrder("to-upstream one", "to-client one", "to-upstream two",
                "to-client two", "to-upstream three", "to-client three");
    }

    @Test
    void aFilterSelectsFramesAndOneThatIsWrongIsExplained() {
        echoed("{\"type\":\"a\"}", "{\"type\":\"b\"}");
        String filter = URLEncoder.encode("dir:up json.type==b", StandardCharsets.UTF_8);
        JsonNode found = rig.get("/api/v1/frames?filter=" + filter).json().get("frames");
        ControlRig.Reply wrong = rig.get("/api/v1/frames?filter=size%3E%3E3");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.at("/key")).isEqualTo("filter");
        assertThat(wrong.at("/expected")).contains("character");
        assertThat(found.size()).as(found.toString()).isOne();
        assertThat(found.get(0).get("text").asString()).isEqualTo("{\"type\":\"b\"}");
    }

    @Test
    void contentThatIsNotTextComesInBase64() {
        WebSocket socket = rig.open("/echo");
        socket.sendBinary(ByteBuffer.wrap(new byte[]{0, (byte) 0xff, 1}), true).join();
        await().until(() -> rig.engine.counters().framesCaptured() >= 1);
        ControlRig.Reply payload = rig.get("/api/v1/frames/0/payload");
        assertThat(payload.at("/base64")).isEqualTo("AP8B");
        assertThat(payload.at("/opcode")).isEqualTo("binary");
        assertThat(rig.get("/api/v1/frames/0/payload?message=true").at("/base64")).isEqualTo("AP8B");
        assertThat(rig.get("/api/v1/frames/999/payload").status()).isEqualTo(404);
        assertThat(rig.get("/api/v1/frames/x/payload").at("/key")).isEqualTo("seq");
    }

    @Test
    void framesThatTheCaptureHasDroppedAreCounted() {
        WebSocket socket = rig.open("/echo");
        String large = "x".repeat(60_000);
        for (int i = 0; i < 40; i++) {
            socket.sendText(large, true).join();
        }
        await().until(() -> rig.engine.counters().framesEvicted() > 0);
        assertThat(rig.get("/api/v1/frames?limit=1").json().get("missed").longValue()).isPositive();
    }

    @Test
    void clearingForgetsFrames() {
        echoed("one");
        assertThat(rig.delete("/api/v1/frames").status()).isEqualTo(200);
        assertThat(rig.get("/api/v1/frames").json().get("frames").isEmpty()).isTrue();
    }

    @Test
    void eventsComeInPages() {
        rig.openConnection("/echo");
        List<String> types = new ArrayList<>();
        long after = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode page = rig.get("/api/v1/events?limit=1&after=" + after).json();
            page.get("events").forEach(e -> types.add(e.get("type").asString()));
            after = page.get("next").longValue();
        }
        assertThat(types).containsExactly("engine-started", "connection-requested", "connection-opened");
    }

    @Test
    void aLongPollIsAnsweredAsSoonAsSomethingHappens() throws Exception {
        long after = rig.get("/api/v1/events").json().get("next").longValue();
        CompletableFuture<JsonNode> page = CompletableFuture
                .supplyAsync(() -> rig.get("/api/v1/events?wait=20s&after=" + after).json());
        rig.openConnection("/echo");
        assertThat(page.get(10, TimeUnit.SECONDS).at("/events/0/type").asString()).isEqualTo("connection-requested");
    }

    @Test
    void aLongPollWithoutEventsEndsInTimeWithAnEmptyPage() {
        long after = rig.get("/api/v1/events").json().get("next").longValue();
        long begin = System.nanoTime();
        JsonNode page = rig.get("/api/v1/events?wait=300ms&after=" + after).json();
        assertThat(page.get("events").isEmpty()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(rig.get("/api/v1/events?wait=2h").at("/expected")).isEqualTo("a duration up to 1m");
    }
}
