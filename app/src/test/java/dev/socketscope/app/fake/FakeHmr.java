package dev.socketscope.app.fake;

import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.HmrStatus.BuildError;
import dev.socketscope.engine.api.HmrStatus.Change;
import dev.socketscope.engine.api.HmrStatus.Outcome;
import dev.socketscope.engine.api.HmrStatus.Waiting;
import dev.socketscope.engine.api.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a page that is away misses, and what pages have been told. Safe for any thread. */
public final class FakeHmr {
    private static final String FRAME = """
            10 |    return (
            11 |      <main>
            12 |        <Button onClick={() => setCount(count + 1}>
               |                                                 ^
            13 |          Count {count}
            14 |        </Button>""";
    private static final String STACK = """
            SyntaxError: /src/App.jsx: Unexpected token (12:49)
                at constructor (/node_modules/@babel/parser/lib/index.js:367:19)
                at JSXParserMixin.raise (/node_modules/@babel/parser/lib/index.js:6630:19)
                at JSXParserMixin.parseExprAtom (/node_modules/@babel/parser/lib/index.js:11330:16)""";

    private final Map<String, HmrStatus> statuses = new LinkedHashMap<>();

    FakeHmr() {}

    /** One page that is away with four updates waiting, and one whose last build failed. */
    void fill() {
        Instant now = Instant.now();
        put(new HmrStatus("ws_7e02", "vite", List.of(waiting("js-update", "/src/App.jsx", 4, now, 38),
                waiting("css-update", "/src/index.css", 2, now, 21), waiting("js-update", "/src/Button.jsx", 1, now, 9),
                waiting("prune", "/src/Old.jsx", 1, now, 4)), false,
                List.of(new Change(now.minusSeconds(70), "js-update", "/src/App.jsx", Duration.ofMillis(57),
                        Outcome.APPLIED)),
                null));
        put(new HmrStatus("ws_7f3a", "vite", List.of(), false,
                List.of(new Change(now.minusSeconds(190), "full-reload", "*", null, Outcome.NOT_TRACKED),
                        new Change(now.minusSeconds(140), "js-update", "/src/App.jsx", Duration.ofMillis(41),
                                Outcome.APPLIED),
                        new Change(now.minusSeconds(95), "css-update", "/src/index.css", Duration.ofMillis(18),
                                Outcome.APPLIED),
                        new Change(now.minusSeconds(40), "js-update", "/src/Chart.jsx", null, Outcome.NEVER_FETCHED),
                        new Change(now.minusSeconds(1), "js-update", "/src/App.jsx", null, Outcome.PENDING)),
                new BuildError(now.minusSeconds(12), "Unexpected token (12:49)", "/src/App.jsx", 12, 49, FRAME,
                        STACK)));
    }

    /** Adds or replaces the status of a connection. */
    public synchronized void put(HmrStatus status) {
        statuses.put(status.connection(), status);
    }

    synchronized List<HmrStatus> all() {
        return List.copyOf(statuses.values());
    }

    synchronized Reply empty(String connection, String done) {
        HmrStatus status = statuses.get(connection);
        if (status == null || status.queue().isEmpty()) {
            return new Reply.Refused("Nothing waits for " + connection);
        }
        put(new HmrStatus(connection, status.dialect(), List.of(), false, status.history(), status.error()));
        return new Reply.Done(done + status.queue().size() + " updates of " + connection);
    }

    private static Waiting waiting(String kind, String path, int merged, Instant now, int seconds) {
        return new Waiting(kind, path, merged, now.minusSeconds(seconds), now.plusSeconds(60 - seconds));
    }
}
