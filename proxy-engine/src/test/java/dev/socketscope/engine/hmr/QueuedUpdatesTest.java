package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.HmrStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a page finds when it comes back. */
class QueuedUpdatesTest {
    private static final Duration MAX_AGE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final HmrDialect vite = new ViteDialect();
    private final HmrQueue queue = new HmrQueue(MAX_AGE);

    private static JsonNode json(String text) {
        return HmrMessages.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static String entry(String path, String accepted, long timestamp) {
        return "{\"type\":\"js-update\",\"timestamp\":%d,\"path\":\"%s\",\"acceptedPath\":\"%s\"}".formatted(timestamp,
                path,
                accepted);
    }

    private static String update(String... entries) {
        return "{\"type\":\"update\",\"updates\":[" + String.join(",", entries) + "]}";
    }

    private static boolean offer(HmrQueue queue, HmrDialect dialect, String text, Instant now) {
        JsonNode message = json(text);
        return queue.offer(dialect, message, dialect.read(Direction.TO_CLIENT, message), now);
    }

    private boolean offer(String text) {
        return offer(queue, vite, text, NOW);
    }

    @Test
    void oneAcceptorIsToldOfEveryDependencyThatChanged() {
        offer(update(entry("/main.js", "/a.js", 1)));
        offer(update(entry("/main.js", "/b.js", 2)));
        offer(update(entry("/main.js", "/a.js", 3)));

        assertThat(queue.waiting()).extracting(HmrStatus.Waiting::path).containsExactly("/main.js", "/main.js");
        assertThat(queue.waiting()).extracting(HmrStatus.Waiting::merged).containsExactly(1, 2);
        assertThat(queue.drain(NOW).messages()).containsExactly(update(entry("/main.js", "/b.js", 2)),
                update(entry("/main.js", "/a.js", 3)));
    }

    @Test
    void aMessageOfSeveralUpdatesWaitsAsOneForEach() {
        offer("{\"type\":\"update\",\"updates\":[" + entry("/main.js", "/a.js", 1) + "," + entry("/main.js", "/b.js", 1)
                + "],\"extra\":{\"kept\":true}}");

        assertThat(queue.drain(NOW).messages()).containsExactly(
                "{\"type\":\"update\",\"updates\":[" + entry("/main.js", "/a.js", 1) + "],\"extra\":{\"kept\":true}}",
                "{\"type\":\"update\",\"updates\":[" + entry("/main.js", "/b.js", 1) + "],\"extra\":{\"kept\":true}}");
    }

    private static final String BROKEN = "{\"type\":\"error\",\"err\":{\"message\":\"Unexpected token\",\"id\":\"/a.js\"}}";

    @Test
    void anErrorThatWasMendedMeanwhileIsNotShown() {
        assertThat(offer(BROKEN)).isTrue();
        offer(update(entry("/a.js", "/a.js", 1)));

        assertThat(queue.drain(NOW).messages()).containsExactly(update(entry("/a.js", "/a.js", 1)));
    }

    @Test
    void theErrorThatStandsComesBehindTheUpdateThatBrokeIt() {
        offer(update(entry("/a.js", "/a.js", 1)));
        offer(BROKEN);
        offer(BROKEN.replace("token", "end"));

        assertThat(queue.drain(NOW).messages()).containsExactly(update(entry("/a.js", "/a.js", 1)),
                BROKEN.replace("token", "end"));
    }

    @Test
    void aModuleThatIsPrunedAndImportedAgainIsBoth() {
        offer("{\"type\":\"prune\",\"paths\":[\"/a.css\"]}");
        offer(update(entry("/a.css", "/a.css", 1)));

        assertThat(queue.drain(NOW).messages()).containsExactly("{\"type\":\"prune\",\"paths\":[\"/a.css\"]}",
                update(entry("/a.css", "/a.css", 1)));
    }

    static Stream<String> stepByStep() {
        return Stream.of(
                "next {\"type\":\"turbopack-message\",\"data\":[{\"resource\":{\"path\":\"c.js\"},\"type\":\"partial\"}]}",
                "webpack {\"type\":\"hash\",\"data\":\"abc\"}", "webpack {\"type\":\"ok\"}",
                "parcel {\"type\":\"update\",\"assets\":[{\"id\":\"A\",\"type\":\"js\"},{\"id\":\"B\",\"type\":\"js\"}]}",
                "parcel {\"type\":\"reload\"}");
    }

    @ParameterizedTest
    @MethodSource("stepByStep")
    void whatCannotBeMergedKeepsItsPlaceAmongTheOtherMessages(String script) {
        String[] parts = script.split(" ", 2);
        HmrDialect dialect = Stream.of(new NextDialect(), new WebpackDialect(), new ParcelDialect())
                .filter(d -> d.wireName().equals(parts[0]))
                .findFirst()
                .orElseThrow();

        assertThat(offer(queue, dialect, parts[1], NOW)).isFalse();
        assertThat(queue.size()).isZero();
    }

    @Test
    void whatWaitsTooLongIsDroppedAndCounted() {
        offer(update(entry("/a.js", "/a.js", 1)));
        offer(queue, vite, update(entry("/b.js", "/b.js", 2)), NOW.plusSeconds(30));

        assertThat(queue.drain(NOW.plusSeconds(61)).messages()).containsExactly(update(entry("/b.js", "/b.js", 2)));
        assertThat(queue.dropped()).isEqualTo(1);
    }

    /** The rules once more, slowly. */
    private static final class Model {
        final Map<String, String> newest = new LinkedHashMap<>();
        boolean reload;
        long offered;

        void update(String path, long timestamp) {
            offered++;
            if (reload) {
                return;
            }
            newest.remove(path);
            newest.put(path, QueuedUpdatesTest.update(entry(path, path, timestamp)));
            if (newest.size() > HmrQueue.MOST) {
                newest.remove(newest.keySet().iterator().next());
            }
        }

        List<String> messages() {
            return reload ? List.of("{\"type\":\"full-reload\"}") : new ArrayList<>(newest.values());
        }
    }

    @Test
    void anyEditsLeaveTheNewestOfEachPathInOrder() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            HmrQueue any = new HmrQueue(MAX_AGE);
            Model model = new Model();
            int paths = 1 + random.nextInt(120);
            for (int i = 0; i < 200; i++) {
                if (random.nextInt(400) == 0) {
                    model.reload = true;
                    offer(any, vite, "{\"type\":\"full-reload\"}", NOW);
                } else {
                    String path = "/m" + random.nextInt(paths) + ".js";
                    model.update(path, i);
                    offer(any, vite, update(entry(path, path, i)), NOW);
                }
            }
            long merged = any.waiting().stream().mapToLong(HmrStatus.Waiting::merged).sum();
            assertThat(any.size()).as("seed %d", seed).isLessThanOrEqualTo(HmrQueue.MOST);
            assertThat(any.fullReloadNeeded()).as("seed %d", seed).isEqualTo(model.reload);
            assertThat(merged + any.dropped()).as("seed %d", seed).isLessThanOrEqualTo(model.offered);
            assertThat(any.drain(NOW).messages()).as("seed %d", seed).isEqualTo(model.messages());
            assertThat(any.drain(NOW).messages()).as("seed %d, drained", seed).isEmpty();
        }
    }
}
