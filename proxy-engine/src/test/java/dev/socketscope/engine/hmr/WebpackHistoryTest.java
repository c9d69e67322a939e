package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.HmrStatus.Change;
import dev.socketscope.engine.api.HmrStatus.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The hashes and requests of webpack5.json: builds as the server told them, files as the page asked for them. */
class WebpackHistoryTest {
    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final String FIRST = "3b76a853764551952ff1";
    private static final String SECOND = "4a1becbb66efe276e67c";
    private static final String BROKEN = "a39807875bbc8fabd569";
    private static final String MENDED = "b9ecf94d69a113d0b596";

    private final HmrHistory history = new HmrHistory();
    private final WebpackDialect webpack = new WebpackDialect();

    private void say(String message, long millis) {
        webpack.read(Direction.TO_CLIENT, HmrMessages.parse(message.getBytes(StandardCharsets.UTF_8)).orElseThrow())
                .forEach(fact -> history.told(fact, START.plusMillis(millis)));
    }

    private void built(String hash, long millis) {
        say("{\"type\":\"hash\",\"data\":\"" + hash + "\"}", millis);
        say("{\"type\":\"ok\"}", millis);
    }

    private void failed(String hash, long millis) {
        say("{\"type\":\"hash\",\"data\":\"" + hash + "\"}", millis);
        say("{\"type\":\"errors\",\"data\":[{\"message\":\"Unexpected token\"}]}", millis);
    }

    private void get(String path, long millis) {
        history.requested(path, null, START.plusMillis(millis));
    }

    @Test
    void theBuildThatAPageBeginsWithIsNoChange() {
        built(FIRST, 0);

        assertThat(history.changes(START.plusSeconds(60))).isEmpty();
    }

    @Test
    void theSameBuildAfterAGapIsNoChange() {
        built(FIRST, 0);
        built(FIRST, 5_000);

        assertThat(history.changes(START.plusSeconds(60))).isEmpty();
    }

    @Test
    void anUpdateIsAppliedWhenThePageAsksForWhatFollowsItsOwnBuild() {
        built(FIRST, 0);
        built(SECOND, 1_118);
        get("/main." + FIRST + ".hot-update.json", 1_143);
        get("/main." + FIRST + ".hot-update.js", 1_187);

        assertThat(history.changes(START.plusSeconds(60)))
                .containsExactly(new Change(START.plusMillis(1_118), "hot-update", SECOND, Duration.ofMillis(25),
                        Outcome.APPLIED));
    }

    /** The page then asks for the broken build first, and goes on from there. */
    @Test
    void aBrokenBuildIsFetchedOnlyOnceItIsMended() {
        built(FIRST, 0);
        built(SECOND, 500);
        get("/main." + FIRST + ".hot-update.json", 510);
        failed(BROKEN, 1_000);
        assertThat(history.changes(START.plusSeconds(12))).as("nobody waits for a build that failed")
                .extracting(Change::outcome)
                .containsExactly(Outcome.APPLIED);
        built(MENDED, 13_000);
        get("/main." + SECOND + ".hot-update.json", 13_100);
        get("/main." + BROKEN + ".hot-update.json", 13_200);
        assertThat(history.changes(START.plusSeconds(60))).extracting(Change::path, Change::outcome)
                .containsExactly(tuple(SECOND, Outcome.APPLIED), tuple(MENDED, Outcome.APPLIED));
    }

    @Test
    void otherFilesAreNoAnswerToABuild() {
        built(FIRST, 0);
        built(SECOND, 100);
        get("/main." + SECOND + ".hot-update.json", 200);
        get("/main.js", 200);

        assertThat(history.changes(START.plusMillis(200))).extracting(Change::outcome).containsExactly(Outcome.PENDING);
    }
}
