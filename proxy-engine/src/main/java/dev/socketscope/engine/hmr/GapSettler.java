package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Event.Settlement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a Vite page must be told after its upstream was away: its modules are asked for again, and compared with what it
 * has. Nothing is guessed; where nothing can be known, the page reloads once.
 *
 * <pre>
 *   token of /@vite/client  ── another one ──► reload: the server was restarted
 *        │ the same
 *   modules, If-None-Match ─┬─ all 304, or the same but for time stamps ──► nothing
 *                           ├─ changed, broken or gone, and on each way up somebody accepts ──► an update for exactly those
 *                           └─ anything else ──► reload
 * </pre>
 *
 * For one gap, used by one thread.
 */
public final class GapSettler implements Settler {
    private static final int BUILD_ERROR = 500;
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);

    /** A module to be asked for again with {@code If-None-Match: etag}. */
    public record Question(String url, String etag, boolean css) {}

    /**
     * What the dev server answers.
     *
     * @param status 0 when it did not
     */
    public record Answer(int status, String contentType, String etag, byte[] body) {}

    /**
     * What the page is told.
     *
     * @param message null when it is told nothing
     * @param detail for people
     */
    public record Decision(Settlement settlement, @Nullable String message, String detail) {}

    /** What has become of a module. */
    private enum Fate {
        CHANGED, BROKEN, GONE
    }

    private final ModuleTable table;
    private final Map<String, ModuleTable.Entry> before;
    private final ModuleGraph graph;
    private final Map<String, Fate> fates = new LinkedHashMap<>();
    private boolean errorShown;
    private @Nullable String reloadReason;

    /** For a page whose socket is lost just now. */
    public GapSettler(ModuleTable table) {
        this(table, table.snapshot());
    }

    /**
     * For a page whose socket was lost at the time of the snapshot. What other pages of the browser have loaded since this one does not
     * have.
     */
    public GapSettler(ModuleTable table, ModuleTable.Snapshot lost) {
        this.table = table;
        ModuleTable.Snapshot had = table.since(lost);
        this.before = had.entries();
        this.graph = new ModuleGraph(before);
        Optional<String> missing = graph.missing();
        if (had.overflown()) {
            reloadReason = "the page has more than " + ModuleTable.MOST + " modules";
        } else if (before.isEmpty() || !table.begun()) {
            reloadReason = "the page's modules did not come through this engine";
        } else if (missing.isPresent()) {
            reloadReason = missing.get() + " did not come through this engine";
        }
    }

    /** {@code before} and {@code now} are the tokens of the client script; empty when unknown. */
    public void tokens(String tokenBefore, String tokenNow) {
        if (tokenBefore.isEmpty() || tokenNow.isEmpty()) {
            reloadReason = "the server's token is unknown";
        } else if (!tokenNow.equals(tokenBefore)) {
            reloadReason = "the dev server was restarted";
        }
    }

    /** The page shows a build error, which has to go when the build is good again. */
    public void errorShown() {
        errorShown = true;
    }

    @Override
    public List<Question> questions() {
        if (reloadReason != null) {
            return List.of();
        }
        return before.entrySet()
                .stream()
                .map(e -> new Question(e.getKey(), e.getValue().etag(), e.getValue().kind() == ModuleTable.Kind.STYLE))
                .toList();
    }

    @Override
    public void answered(Question question, Answer answer) {
        String url = question.url();
        ModuleTable.Entry had = before.get(url);
        if (had == null || reloadReason != null || answer.status() == 304) {
            return;
        }
        Optional<ModuleTable.Kind> kind = ModuleTable.kind(answer.contentType());
        if (answer.status() == 200 && kind.isPresent() && kind.get() == had.kind()) {
            compare(url, had, answer);
        } else if (had.kind() != ModuleTable.Kind.DOCUMENT && answer.status() == BUILD_ERROR) {
            fates.put(url, Fate.BROKEN);
        } else if (had.kind() != ModuleTable.Kind.DOCUMENT && isGone(answer, kind)) {
            fates.put(url, Fate.GONE);
        } else {
            reloadReason = url + (answer.status() == 0 ? " could not be asked for" : " is answered with "
                    + answer.status() + (answer.status() == 200 ? " and " + answer.contentType() : ""));
        }
    }

    /** Vite answers with the project's document where there is no file. */
    private static boolean isGone(Answer answer, Optional<ModuleTable.Kind> kind) {
        boolean document = kind.isPresent() && kind.get() == ModuleTable.Kind.DOCUMENT;
        return NOT_THERE.contains(answer.status()) || answer.status() == 200 && document;
    }

    private void compare(String url, ModuleTable.Entry had, Answer answer) {
        ModuleSource now = ModuleSource.of(answer.body(), had.kind());
        if (now.digest() == had.source().digest()) {
            table.loaded(url, answer.contentType(), answer.etag(), answer.body());
        } else if (!now.agrees(had.source())) {
            reloadReason = "the dependencies were bundled anew";
        } else if (had.kind() == ModuleTable.Kind.DOCUMENT) {
            reloadReason = url + " has changed";
        } else {
            // The table keeps what the page has until the page itself has fetched the new one.
            fates.put(url, Fate.CHANGED);
        }
    }

    @Override
    public Decision decide(long nowMillis) {
        Set<ModuleChange> updates = new LinkedHashSet<>();
        fates.forEach((url, fate) -> {
            if (fate == Fate.GONE && isLeftOver(url)) {
                table.forget(url);
            } else if (reloadReason == null && !graph.accept(url, updates)) {
                reloadReason = url + " has changed, and not everything that imports it accepts that";
            }
        });
        if (reloadReason != null) {
            // The page gets all of these anew, or does not load them any more.
            fates.keySet().forEach(table::forget);
            return new Decision(Settlement.RELOAD, HmrMessages.VITE_RELOAD, reloadReason);
        }
        if (!updates.isEmpty()) {
            return new Decision(Settlement.UPDATES, HmrMessages.viteUpdate(updates, nowMillis),
                    updates.stream().map(ModuleChange::path).distinct().collect(Collectors.joining(", ")));
        }
        return errorShown
                ? new Decision(Settlement.UPDATES, HmrMessages.viteUpdate(updates, nowMillis),
                        "the build error is mended, and all modules are as they were")
                : new Decision(Settlement.NOTHING, null, before.size() + " modules are as they were");
    }

    /** Whether a module that is gone was one of an earlier state of the page: nothing that the page has imports it. */
    private boolean isLeftOver(String url) {
        return !graph.isImported(url)
                && before.values().stream().anyMatch(e -> e.kind() == ModuleTable.Kind.DOCUMENT);
    }
}
