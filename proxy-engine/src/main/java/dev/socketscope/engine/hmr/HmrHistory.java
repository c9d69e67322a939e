package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.HmrStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest {@value #MOST} changes that a page was told, and what came of them: a module that is to be replaced is asked for over HTTP,
 * with the update's time stamp. Not safe for use by several threads.
 */
public final class HmrHistory {
    static final int MOST = 200;
    /** A page that has not asked by then will not ask. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Told(Instant at, String kind, String path, String acceptedPath, long timestamp,
            @Nullable Duration applied, boolean tracked) {
        HmrStatus.Change change(Instant now) {
            HmrStatus.Outcome outcome = !tracked ? HmrStatus.Outcome.NOT_TRACKED
                    : applied != null ? HmrStatus.Outcome.APPLIED
                            : at.plus(PATIENCE).isBefore(now) ? HmrStatus.Outcome.NEVER_FETCHED
                                    : HmrStatus.Outcome.PENDING;
            return new HmrStatus.Change(at, kind, path, applied, outcome);
        }
    }

    private final Deque<Told> told = new ArrayDeque<>();

    /** The page was told so. */
    public void told(HmrFact fact, Instant now) {
        switch (fact) {
            case HmrFact.Update u -> add(new Told(now, u.kind(), u.path(), u.acceptedPath(), u.timestamp(), null,
                    u.timestamp() > 0 || u.kind().equals(WebpackDialect.HOT_UPDATE)));
            case HmrFact.FullReload r -> add(new Told(now, "full-reload", r.path(), "", 0, null, false));
            case HmrFact.Prune p -> add(new Told(now, "prune", String.join(", ", p.paths()), "", 0, null, false));
            case HmrFact.Connected _,HmrFact.Failed _,HmrFact.Built _,HmrFact.PagePing _,HmrFact.Repeated _ -> {
                // Nothing for the page to fetch.
            }
        }
    }

    private void add(Told entry) {
        if (told.size() == MOST) {
            told.removeFirst();
        }
        told.addLast(entry);
    }

    /**
     * The page asks for something over HTTP.
     *
     * @return how long after the message, when it is what the message was about
     */
    public Optional<Duration> requested(String path, @Nullable String query, Instant now) {
        List<Told> kept = new ArrayList<>(told);
        for (int i = kept.size() - 1; i >= 0; i--) {
            Told entry = kept.get(i);
            if (entry.applied() == null && entry.tracked() && fetches(entry, path, query)) {
                Duration took = Duration.between(entry.at(), now);
                kept.set(i, new Told(entry.at(), entry.kind(), entry.path(), entry.acceptedPath(), entry.timestamp(),
                        took, true));
                told.clear();
                told.addAll(kept);
                return Optional.of(took);
            }
        }
        return Optional.empty();
    }

    /** A webpack page asks for what follows the build that it has; the scripts that the answer lists are part of the same. */
    private static boolean fetches(Told entry, String path, @Nullable String query) {
        if (entry.kind().equals(WebpackDialect.HOT_UPDATE)) {
            return path.endsWith(".hot-update.json") && path.contains(entry.acceptedPath());
        }
        if (query == null) {
            return false;
        }
        boolean stamped = ("&" + query + "&").contains("&t=" + entry.timestamp() + "&");
        String accepted = entry.acceptedPath().replaceFirst("\\?.*", "");
        return stamped && path.endsWith(accepted.startsWith("/") ? accepted : "/" + accepted);
    }

    /** Oldest first. */
    public List<HmrStatus.Change> changes(Instant now) {
        return told.stream().map(t -> t.change(now)).toList();
    }
}
