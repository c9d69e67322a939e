package dev.socketscope.engine.hmr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * After a page was told of a change its server is asked what the files are now that make up the same. What it answers may be newer than
 * the page when another change is on its way; therefore it counts only once everything has come that the server had said until then.
 *
 * <pre>
 *   update ─► page
 *   questions ─► answers ─► ping ─► pong ─┬─ no other update came: that is what the page has
 *                                         └─ one came: ask again
 * </pre>
 *
 * For one thread.
 */
public final class BundleRenewal {
    private final PageBundles page;
    private final Map<String, Bundle> before;
    private final long changes;
    private final Map<String, Bundle> now = new LinkedHashMap<>();
    private boolean failed;

    BundleRenewal(PageBundles page, Map<String, Bundle> before, long changes) {
        this.page = page;
        this.before = before;
        this.changes = changes;
    }

    public List<GapSettler.Question> questions() {
        return questions(before);
    }

    static List<GapSettler.Question> questions(Map<String, Bundle> files) {
        return files.entrySet()
                .stream()
                .map(f -> new GapSettler.Question(f.getKey(), f.getValue().etag(),
                        f.getValue().is(ModuleTable.Kind.STYLE)))
                .toList();
    }

    public void answered(GapSettler.Question question, GapSettler.Answer answer) {
        if (answer.status() == 200) {
            now.put(question.url(), Bundle.of(answer, ""));
        } else if (answer.status() != 304) {
            failed = true;
        }
    }

    /** Whether the page has been told of another change since, or the line was broken. */
    public boolean outdated() {
        return page.isNewerThan(changes);
    }

    /**
     * Takes the answers for what the page has, if all have come and nothing else was told.
     *
     * @return whether that is known now
     */
    public boolean take() {
        return !failed && page.renewed(now, changes);
    }
}
