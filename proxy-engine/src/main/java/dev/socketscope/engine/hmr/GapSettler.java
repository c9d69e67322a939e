package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Event.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a Vite page must be told after its upstream was away: its modules are asked for again, and compared with what it
 * has. Nothing is guessed; where nothing can be known, the page reloads once.
 *
 * <pre>
 *   token of /@vite/client  ── another one ──► reload: the server was restarted
 *        │ the same
 *   modules, If-None-Match ─┬─ all 304, or the same but for time stamps ──► nothing
 *                           ├─ changed, and each accepts itself ──► an update for exactly those
 *                           └─ anything else ──► reload
 * </pre>
 *
 * For one gap, used by one thread.
 */
public final class GapSettler {
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

    private final ModuleTable table;
    private final Map<String, ModuleTable.Entry> before;
    private final List<ModuleChange> changed = new ArrayList<>();
    private @Nullable String reloadReason;

    /** For a page whose socket is lost just now. */
    public GapSettler(ModuleTable table) {
        this(table, table.snapshot());
    }

    /**
     * For a page whose socket was lost at the time of the snapshot. What other pages of the browser have loaded since, or the settling
     * of their gaps has found, this one does not have.
     */
    public GapSettler(ModuleTable table, ModuleTable.Snapshot lost) {
        this.table = table;
        ModuleTable.Snapshot had = table.since(lost);
        this.before = had.entries();
        if (had.overflown()) {
            reloadReason = "the page has more than " + ModuleTable.MOST + " modules";
        } else if (before.isEmpty()) {
            reloadReason = "the page's modules did not come through this engine";
        }
    }

    /** {@code before} and {@code now} are the tokens of the client script; empty when unknown. */
    public void tokens(String tokenBefore, String tokenNow) {
        if (!tokenNow.equals(tokenBefore)) {
            reloadReason = tokenBefore.isEmpty() || tokenNow.isEmpty() ? "the server's token is unknown"
                    : "the dev server was restarted";
        }
    }

    /** What is to be asked; empty when the decision is clear already. */
    public List<Question> questions() {
        if (reloadReason != null) {
            return List.of();
        }
        return before.entrySet()
                .stream()
                .map(e -> new Question(e.getKey(), e.getValue().etag(), e.getValue().kind() == ModuleTable.Kind.STYLE))
                .toList();
    }

    public void answered(Question question, Answer answer) {
        ModuleTable.Entry had = before.get(question.url());
        if (had == null || reloadReason != null || answer.status() == 304) {
            return;
        }
        if (answer.status() == 200) {
            compare(question.url(), had, answer);
        } else if (answer.status() >= 500 && had.kind() != ModuleTable.Kind.DOCUMENT && accepts(had)) {
            // The module is broken now; the page finds the server's explanation when it asks for it.
            changed.add(new ModuleChange(question.url(), question.css()));
        } else {
            table.forget(question.url());
            reloadReason = question.url() + (answer.status() == 0 ? " could not be asked for" : " is answered with "
                    + answer.status());
        }
    }

    private void compare(String url, ModuleTable.Entry had, Answer answer) {
        ModuleSource now = ModuleSource.of(answer.body());
        table.loaded(url, answer.contentType(), answer.etag(), answer.body());
        if (now.digest() == had.source().digest()) {
            return;
        }
        if (!now.dependencies().equals(had.source().dependencies())) {
            reloadReason = "the dependencies were bundled anew";
        } else if (had.kind() == ModuleTable.Kind.DOCUMENT) {
            reloadReason = url + " has changed";
        } else if (accepts(had)) {
            changed.add(new ModuleChange(url, had.kind() == ModuleTable.Kind.STYLE));
        } else {
            reloadReason = url + " has changed and does not accept its own replacement";
        }
    }

    private static boolean accepts(ModuleTable.Entry module) {
        return module.kind() == ModuleTable.Kind.STYLE || module.source().accepts();
    }

    /** Once every question has been answered. */
    public Decision decide(long nowMillis) {
        if (reloadReason != null) {
            return new Decision(Settlement.RELOAD, HmrMessages.VITE_RELOAD, reloadReason);
        }
        if (changed.isEmpty()) {
            return new Decision(Settlement.NOTHING, null, before.size() + " modules are as they were");
        }
        return new Decision(Settlement.UPDATES, HmrMessages.viteUpdate(changed, nowMillis),
                String.join(", ", changed.stream().map(ModuleChange::path).toList()));
    }
}
