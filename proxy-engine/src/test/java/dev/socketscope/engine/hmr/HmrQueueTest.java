package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.HmrStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The queue of a page at {@code /_hmr}. */
class HmrQueueTest {
    private static final Instant START = Instant.ofEpochSecond(1_000);
    private final HmrQueue queue = new HmrQueue(Duration.ofSeconds(60));
    private final HmrDialect dialect = new GuideDialect();
    private Instant now = START;

    private boolean offer(String message) {
        JsonNode json = Transcript.json(message);
        return queue.offer(dialect, json, dialect.read(Direction.TO_CLIENT, json), now);
    }

    private static String update(String path, int timestamp) {
        return "{\"type\":\"update\",\"path\":\"" + path + "\",\"timestamp\":" + timestamp + "}";
    }

    @Test
    void theNewestOfEachPathWaitsInItsOrder() {
        assertThat(offer(update("/a.js", 1))).isTrue();
        assertThat(offer(update("/b.js", 2))).isTrue();
        assertThat(offer(update("/a.js", 3))).isTrue();
        assertThat(queue.waiting()).extracting(HmrStatus.Waiting::path, HmrStatus.Waiting::merged)
                .containsExactly(tuple("/b.js", 1),
                        tuple("/a.js", 2));
        assertThat(queue.drain(now).messages()).containsExactly(update("/b.js", 2), update("/a.js", 3));
        assertThat(queue.size()).isZero();
        assertThat(queue.drain(now).messages()).isEmpty();
    }

    @Test
    void ofFiftyOneTheOldestGoesAndIsCounted() {
        for (int i = 1; i <= 51; i++) {
            offer(update("/" + i + ".js", i));
        }
        assertThat(queue.size()).isEqualTo(50);
        assertThat(queue.dropped()).isEqualTo(1);
        assertThat(queue.drain(now).messages()).startsWith(update("/2.js", 2))
                .endsWith(update("/51.js", 51))
                .hasSize(50);
    }

    @Test
    void aFullReloadMakesTheRestMoot() {
        offer(update("/a.js", 1));
        offer("{\"type\":\"full-reload\",\"path\":\"/index.html\"}");
        offer(update("/b.js", 2));
        assertThat(queue.fullReloadNeeded()).isTrue();
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(queue.drain(now).messages()).containsExactly("{\"type\":\"full-reload\",\"path\":\"/index.html\"}");
        assertThat(queue.fullReloadNeeded()).isFalse();
    }

    @Test
    void anUpdateThatIsRenewedDoesNotExpire() {
        offer(update("/a.js", 1));
        now = START.plusSeconds(50);
        offer(update("/a.js", 2));
        assertThat(queue.waiting().getFirst().since()).isEqualTo(START);
        assertThat(queue.drain(START.plusSeconds(100)).messages()).containsExactly(update("/a.js", 2));
    }

    @Test
    void whatCouldNotBeSentWaitsBeforeWhatHasComeSince() {
        offer(update("/a.js", 1));
        offer(update("/b.js", 2));
        queue.drain(now);
        offer(update("/c.js", 3));
        offer(update("/a.js", 4));
        queue.putBack();
        assertThat(queue.waiting()).extracting(HmrStatus.Waiting::path, HmrStatus.Waiting::merged)
                .containsExactly(tuple("/b.js", 1), tuple("/c.js", 1), tuple("/a.js", 2));
        assertThat(queue.dropped()).isZero();
        assertThat(queue.drain(now).messages()).containsExactly(update("/b.js", 2), update("/c.js", 3),
                update("/a.js", 4));
    }

    @Test
    void whatHasLeftDoesNotWaitAgain() {
        offer(update("/a.js", 1));
        HmrQueue.Drained first = queue.drain(now);
        offer(update("/b.js", 2));
        queue.drain(now);
        queue.left(first);
        queue.putBack();
        assertThat(queue.drain(now).messages()).containsExactly(update("/b.js", 2));
    }

    @Test
    void aFullReloadThatCouldNotBeSentMakesWhatHasComeSinceMoot() {
        offer("{\"type\":\"full-reload\"}");
        queue.drain(now);
        offer(update("/a.js", 1));
        queue.putBack();
        assertThat(queue.dropped()).isEqualTo(1);
        assertThat(queue.drain(now).messages()).containsExactly("{\"type\":\"full-reload\"}");
    }

    @Test
    void aFullReloadMakesWhatCouldNotBeSentBeforeMoot() {
        offer(update("/a.js", 1));
        offer(update("/b.js", 1));
        queue.drain(now);
        offer("{\"type\":\"full-reload\"}");
        queue.putBack();
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(queue.drain(now).messages()).containsExactly("{\"type\":\"full-reload\"}");
    }

    @Test
    void everythingCanBeDropped() {
        offer(update("/a.js", 1));
        offer(update("/b.js", 1));
        assertThat(queue.drop()).isEqualTo(2);
        offer("{\"type\":\"full-reload\"}");
        assertThat(queue.drop()).isEqualTo(1);
        assertThat(queue.dropped()).isEqualTo(3);
        assertThat(queue.drain(now).messages()).isEmpty();
    }
}
