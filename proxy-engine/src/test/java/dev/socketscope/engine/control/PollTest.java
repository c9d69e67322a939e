package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The stream's twin without a WebSocket. */
class PollTest {
    private final ControlRig rig = new ControlRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aSessionTellsWhatIsNewTurnByTurn() {
        JsonNode first = rig.post("/api/v1/poll",
                "{\"messages\":[{\"type\":\"subscribe\",\"connections\":true},{\"type\":\"view\",\"id\":1,\"rows\":10}]}")
                .json();
        assertThat(types(first)).containsExactlyInAnyOrder("events", "connections", "view");
        String session = first.get("session").asString();
        String id = rig.openConnection("/echo");
        List<String> told = new ArrayList<>();
        while (!told.contains(id)) {
            JsonNode turn = rig.post("/api/v1/poll", "{\"session\":\"" + session + "\",\"wait\":\"10s\"}").json();
            assertThat(turn.get("messages").isEmpty()).as("within ten seconds, after " + told).isFalse();
            turn.get("messages")
                    .forEach(m -> m.path("changed").forEach(c -> told.add(c.get("id").asString())));
        }
    }

    private static List<String> types(JsonNode turn) {
        return turn.get("messages").valueStream().map(m -> m.get("type").asString()).toList();
    }

    @Test
    void aSessionThatIsNotKnownIs404SoThatTheCallerBeginsAgain() {
        assertThat(rig.post("/api/v1/poll", "{\"session\":\"gone\"}").status()).isEqualTo(404);
    }

    @Test
    void sessionsAreForgottenInTimeAndThereAreNotTooMany() throws InterruptedException {
        AtomicLong clock = new AtomicLong();
        try (PollSessions polls = new PollSessions(rig.engine, clock::get)) {
            String first = session(polls.poll(Json.parse("{}")));
            for (int i = 1; i < 32; i++) {
                assertThat(polls.poll(Json.parse("{}")).status()).isEqualTo(200);
            }
            assertThat(polls.poll(Json.parse("{}")).status()).isEqualTo(503);
            clock.addAndGet(Duration.ofSeconds(61).toNanos());
            assertThat(polls.poll(Json.parse("{}")).status()).isEqualTo(200);
            assertThat(polls.poll(Json.parse("{\"session\":\"" + first + "\"}")).status()).isEqualTo(404);
        }
    }

    private static String session(Answer answer) {
        return Json.parse(answer.body()).get("session").asString();
    }
}
