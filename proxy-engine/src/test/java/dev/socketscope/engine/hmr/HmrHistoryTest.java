package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.socketscope.engine.api.HmrStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HmrHistoryTest {
    private static final Instant START = Instant.ofEpochSecond(1_000);
    private final HmrHistory history = new HmrHistory();

    private static HmrFact.Update update(String path, String accepted, long timestamp) {
        return new HmrFact.Update("js-update", path, accepted, timestamp);
    }

    private List<HmrStatus.Outcome> outcomes(Instant now) {
        return history.changes(now).stream().map(HmrStatus.Change::outcome).toList();
    }

    @Test
    void anUpdateIsAppliedWhenThePageFetchesIt() {
        history.told(update("/src/App.jsx", "/src/App.jsx", 42), START);
        assertThat(outcomes(START)).containsExactly(HmrStatus.Outcome.PENDING);
        assertThat(history.requested("/src/Other.jsx", "t=42", START.plusMillis(5))).isEmpty();
        assertThat(history.requested("/src/App.jsx", "t=41", START.plusMillis(5))).isEmpty();
        assertThat(history.requested("/src/App.jsx", null, START.plusMillis(5))).isEmpty();
        assertThat(history.requested("/src/App.jsx", "t=42", START.plusMillis(7))).contains(Duration.ofMillis(7));
        assertThat(history.requested("/src/App.jsx", "t=42", START.plusMillis(9))).as("only once").isEmpty();
        assertThat(history.changes(START.plusSeconds(60))).containsExactly(new HmrStatus.Change(START, "js-update",
                "/src/App.jsx", Duration.ofMillis(7), HmrStatus.Outcome.APPLIED));
    }

    @Test
    void whatIsFetchedIsWhatWasAccepted() {
        history.told(update("/src/host.js", "/src/dep.js", 42), START);
        assertThat(history.requested("/src/host.js", "t=42", START)).isEmpty();
        assertThat(history.requested("/base/src/dep.js", "t=42", START)).as("under the server's base").isPresent();
        history.told(update("/src/list.js", "/src/words.json", 43), START);
        assertThat(history.requested("/src/words.json", "import&t=43", START)).isPresent();
        history.told(new HmrFact.Update("css-update", "/a.css?direct", "/a.css?direct", 44), START);
        assertThat(history.requested("/a.css", "t=44", START)).isPresent();
    }

    @Test
    void anUpdateThatNobodyFetchesIsTold() {
        history.told(update("/a.js", "/a.js", 1), START);
        assertThat(outcomes(START.plusSeconds(10))).containsExactly(HmrStatus.Outcome.PENDING);
        assertThat(outcomes(START.plusSeconds(11))).containsExactly(HmrStatus.Outcome.NEVER_FETCHED);
    }

    @Test
    void aHotUpdateOfNextIsFetchedUnderAnotherName() {
        history.told(new HmrFact.Update("hot-update", "4b2dcab225fa05f4", "dd3873e3dde6651c", 0), START);
        assertThat(history.requested("/_next/static/webpack/dd3873e3dde6651c.webpack.hot-update.json", null,
                START.plusMillis(3))).contains(Duration.ofMillis(3));
    }

    @Test
    void whatNeedsNoFetchingIsNotWaitedFor() {
        history.told(new HmrFact.FullReload("/index.html"), START);
        history.told(new HmrFact.Prune(List.of("/a.css", "/b.css")), START);
        history.told(new HmrFact.Update("turbopack-update", "chunk.js", "", 0), START);
        history.told(new HmrFact.Connected(""), START);
        history.told(new HmrFact.Built("aa"), START);
        assertThat(history.changes(START.plusSeconds(60))).extracting(HmrStatus.Change::kind, HmrStatus.Change::path,
                HmrStatus.Change::outcome)
                .containsExactly(
                        tuple("full-reload", "/index.html", HmrStatus.Outcome.NOT_TRACKED),
                        tuple("prune", "/a.css, /b.css", HmrStatus.Outcome.NOT_TRACKED),
                        tuple("turbopack-update", "chunk.js",
                                HmrStatus.Outcome.NOT_TRACKED));
    }

    @Test
    void theNewestTwoHundredAreKept() {
        for (int i = 1; i <= 201; i++) {
            history.told(update("/" + i, "/" + i, i), START);
        }
        assertThat(history.changes(START)).hasSize(200)
                .first()
                .extracting(HmrStatus.Change::path)
                .isEqualTo("/2");
    }
}
