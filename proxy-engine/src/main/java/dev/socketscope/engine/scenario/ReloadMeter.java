package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HmrMode;
import dev.socketscope.engine.api.HmrStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out which pages were loaded anew; see {@link Reload}. Belongs to one thread. */
final class ReloadMeter {
    private static final String FULL_RELOAD = "full-reload";
    private static final Duration SAME = Duration.ofSeconds(1);

    private final Instant since;
    private final Map<String, TreeMap<Instant, String>> told = new HashMap<>();

    /** @param since what pages were told before concerns nobody */
    ReloadMeter(Instant since) {
        this.since = since;
    }

    void take(Event event) {
        if (event instanceof Event.GapSettled e && e.settlement() == Event.Settlement.RELOAD) {
            add(e.connection(), e.at(), "the engine told the page to: " + e.detail());
        }
    }

    void see(List<HmrStatus> pages) {
        for (HmrStatus page : pages) {
            for (HmrStatus.Change change : page.history()) {
                if (change.kind().equals(FULL_RELOAD) && !change.at().isBefore(since)) {
                    add(page.connection(), change.at(), "the dev server told the page to");
                }
            }
        }
    }

    /** What the engine tells a page is in the page's history as well. */
    private void add(String connection, Instant at, String how) {
        TreeMap<Instant, String> there = told.computeIfAbsent(connection, any -> new TreeMap<>());
        if (there.subMap(at.minus(SAME), true, at.plus(SAME), true).isEmpty()) {
            there.put(at, how);
        }
    }

    /**
     * The reloads of one client.
     *
     * @param story its connections that were open, the oldest first
     */
    List<Reload> reloads(List<Connection> story) {
        List<Reload> reloads = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            Connection one = story.get(i);
            told.getOrDefault(one.id(), new TreeMap<>())
                    .forEach((at, how) -> reloads.add(new Reload(one.id(), one.path(), at, how)));
            if (i > 0) {
                cameAgain(story.get(i - 1), one, reloads);
            }
        }
        return reloads;
    }

    private static void cameAgain(Connection before, Connection next, List<Reload> reloads) {
        String dialect = before.survival().hmr();
        CloseInfo close = before.close();
        if (dialect.equals(HmrMode.VITE.wireName())) {
            reloads.add(new Reload(next.id(), next.path(), next.openedAt(),
                    "a Vite page connected again, which it does only after loading itself anew"));
        } else if (!dialect.equals(HmrMode.OFF.wireName()) && close != null && close.by() == CloseInfo.By.CLIENT
                && close.code() == CloseCode.GOING_AWAY) {
            reloads.add(new Reload(next.id(), next.path(), next.openedAt(), "the page was left and came again"));
        }
    }
}
