package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Event.Settlement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a page of Parcel must be told after its upstream was away: all that it has loaded is asked for again.
 *
 * <pre>
 *   an update was under way when the line broke ──► reload
 *   files ─┬─ all as they were ──────────────────► nothing; if an error is shown that was mended, an update without assets
 *          ├─ only style sheets have changed ────► an update of these, which the page fetches anew
 *          ├─ the build is broken ───────────────► decided after the next good one; the server shows the page what is wrong
 *          └─ anything else ─────────────────────► reload
 * </pre>
 */
public final class BundleSettler implements Settler {
    private static final int BUILD_ERROR = 500;

    private final PageBundles page;
    private final Map<String, Bundle> before;
    private final BooleanSupplier errorStands;
    private final boolean errorShown;
    private final Map<String, Bundle> changed = new LinkedHashMap<>();
    private boolean broken;
    private @Nullable String reloadReason;

    /** @param errorStands whether the server's last word is that the build is broken */
    public BundleSettler(PageBundles page, BooleanSupplier errorStands) {
        this.page = page;
        this.errorStands = errorStands;
        this.errorShown = errorStands.getAsBoolean();
        PageBundles.Held held = page.held();
        this.before = held.files();
        if (held.overflown()) {
            reloadReason = "the page has more than " + BundleTable.MOST + " files";
        } else if (held.stale()) {
            reloadReason = "an update was under way when the line broke";
        } else {
            reloadReason = missing().map(what -> what + " did not come through this engine").orElse(null);
        }
    }

    /** Something without which the page cannot run, although it is not known. */
    private Optional<String> missing() {
        for (ModuleTable.Kind kind : List.of(ModuleTable.Kind.DOCUMENT, ModuleTable.Kind.SCRIPT)) {
            if (before.values().stream().noneMatch(file -> !file.known() || file.is(kind))) {
                return Optional.of(kind == ModuleTable.Kind.DOCUMENT ? "the page" : "the page's script");
            }
        }
        return before.values()
                .stream()
                .flatMap(file -> file.needs().stream())
                .filter(url -> !before.containsKey(url))
                .findFirst();
    }

    @Override
    public List<GapSettler.Question> questions() {
        return reloadReason == null ? BundleRenewal.questions(before) : List.of();
    }

    @Override
    public void answered(GapSettler.Question question, GapSettler.Answer answer) {
        String url = question.url();
        Bundle had = before.get(url);
        if (had == null || answer.status() == 304) {
            return;
        }
        if (answer.status() == BUILD_ERROR) {
            broken = true;
        } else if (answer.status() != 200) {
            reloadReason = url + (answer.status() == 0 ? " could not be asked for" : " is answered with "
                    + answer.status());
        } else if (had.known()) {
            compare(url, had, Bundle.of(answer, ""));
        } else {
            page.learned(url, Bundle.of(answer, had.validator()));
            reloadReason = "what the page has of " + url + " did not come through this engine";
        }
    }

    private void compare(String url, Bundle had, Bundle now) {
        if (!now.kind().equals(had.kind())) {
            page.forget(url);
            reloadReason = url + " is another kind of file now";
        } else if (now.digest() != had.digest()) {
            changed.put(url, now);
        }
    }

    @Override
    public GapSettler.Decision decide(long nowMillis) {
        if (reloadReason == null && broken && !errorStands.getAsBoolean()) {
            reloadReason = "the server is at fault, and does not say why";
        }
        if (reloadReason != null) {
            return reload(reloadReason);
        }
        if (broken) {
            return new GapSettler.Decision(Settlement.NOTHING, null,
                    "the build is broken: what has changed is looked for when it is mended");
        }
        return changed.isEmpty() ? asItWas() : told();
    }

    private GapSettler.Decision asItWas() {
        return errorShown && errorStands.getAsBoolean()
                ? new GapSettler.Decision(Settlement.UPDATES, HmrMessages.parcelUpdate(List.of()),
                        "the build error is mended, and all files are as they were")
                : new GapSettler.Decision(Settlement.NOTHING, null, before.size() + " files are as they were");
    }

    private GapSettler.Decision told() {
        String urls = String.join(", ", changed.keySet());
        boolean styles = changed.values().stream().allMatch(file -> file.is(ModuleTable.Kind.STYLE));
        return styles ? new GapSettler.Decision(Settlement.UPDATES, HmrMessages.parcelUpdate(changed.keySet()), urls)
                : reload(urls + " has changed");
    }

    private static GapSettler.Decision reload(String why) {
        return new GapSettler.Decision(Settlement.RELOAD, HmrMessages.PARCEL_RELOAD, why);
    }

    @Override
    public boolean waitsForBuild() {
        return broken && reloadReason == null;
    }
}
