package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a window asks for is what a link carries, whatever goes through the engine. */
class BusyStreamTest {
    private static final int ROWS_ON_SCREEN = 40;
    private static final int MESSAGES = 10_000;
    /** Not all at once: the echo cuts off whoever has too many answers to read. */
    private static final int BATCH = 250;
    private static final Duration TURN = Duration.ofMillis(50);
    private static final Duration STATUS = Duration.ofMillis(250);
    private static final int CHARS_A_ROW = 600;
    private final ControlRig rig = new ControlRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aReaderOfFortyRowsGetsFortyRowsATurn() {
        long begun = System.nanoTime();
        StreamReader reader = new StreamReader(rig, "");
        reader.say("{\"type\":\"subscribe\",\"connections\":true,\"status\":true}");
        reader.say("{\"type\":\"view\",\"id\":1,\"rows\":" + ROWS_ON_SCREEN + ",\"follow\":true}");
        relay();
        List<JsonNode> all = new ArrayList<>();
        reader.next(message -> {
            all.add(message);
            return message.path("rows").valueStream().anyMatch(row -> row.get("row").longValue() == 2 * MESSAGES - 1);
        });
        long elapsed = System.nanoTime() - begun;

        List<JsonNode> views = all.stream().filter(message -> isOf(message, "view")).toList();
        assertThat(views).hasSizeBetween(2, times(elapsed, TURN)).allSatisfy(view -> {
            assertThat(view.get("rows").size()).as("rows in a turn").isLessThanOrEqualTo(ROWS_ON_SCREEN);
            assertThat(view.toString().length()).isLessThan((ROWS_ON_SCREEN + 1) * CHARS_A_ROW);
        });
        assertThat(all).filteredOn(message -> isOf(message, "status")).hasSizeBetween(1, times(elapsed, STATUS));
        assertThat(all).filteredOn(message -> isOf(message, "connections")).hasSizeBetween(1, times(elapsed, STATUS));
    }

    private void relay() {
        WebSocket socket = rig.open("/echo");
        for (int sent = 0; sent < MESSAGES;) {
            for (int i = 0; i < BATCH; i++) {
                socket.sendText("message " + sent++, true).join();
            }
            int frames = 2 * sent;
            await().pollInterval(Duration.ofMillis(1)).until(() -> rig.engine.counters().framesCaptured() == frames);
        }
    }

    private static boolean isOf(JsonNode message, String type) {
        return message.get("type").asString().equals(type);
    }

    /** How often something happens that has so long to wait for the next time. */
    private static int times(long nanos, Duration interval) {
        return Math.toIntExact(nanos / interval.toNanos()) + 1;
    }
}
