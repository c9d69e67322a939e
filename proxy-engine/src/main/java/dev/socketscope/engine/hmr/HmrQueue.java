package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.HmrStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page that is away has to be told when it returns: at most {@value #MOST} updates, the newest of each module and of each
 * module that accepts it, the error of the last build, and one full reload that makes the rest moot. Of dialects whose updates build
 * on each other nothing can be left out; their messages are not kept here. Not safe for use by several threads.
 */
public final class HmrQueue {
    static final int MOST = 50;
    private static final String ERROR = "error";

    private record Item(String kind, String path, int merged, Instant since, Instant newest, String message) {

        /** Takes the place of an older one of the same. */
        Item after(Item before) {
            return new Item(kind, path, before.merged + merged, before.since, newest, message);
        }
    }

    /** What a page that has returned is sent. */
    public static final class Drained {
        private final Map<String, Item> items;
        private final @Nullable String reload;
        private final List<String> messages;

        private Drained(Map<String, Item> items, @Nullable String reload) {
            this.items = items;
            this.reload = reload;
            this.messages = reload != null ? List.of(reload) : items.values().stream().map(Item::message).toList();
        }

        /** In the order in which they are to be sent. */
        public List<String> messages() {
            return messages;
        }
    }

    private final Duration maxAge;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final ArrayDeque<Drained> leaving = new ArrayDeque<>(1);
    private @Nullable String reload;
    private long dropped;

    /** @param maxAge an update that waits longer is dropped and counted */
    public HmrQueue(Duration maxAge) {
        this.maxAge = maxAge;
    }

    /**
     * A message for the page has come.
     *
     * @return whether the queue keeps it; everything else has to be kept as any message is
     */
    public boolean offer(HmrDialect dialect, JsonNode message, List<HmrFact> facts, Instant now) {
        if (!mergeable(dialect)) {
            return false;
        }
        expire(now);
        boolean kept = false;
        for (HmrFact fact : facts) {
            kept |= keep(fact, message, now);
        }
        return kept;
    }

    /**
     * Turbopack's messages are steps from one version to the next, webpack's belong together as hash and result, and Parcel's bring code
     * for several modules at once: all of them have to come, in order.
     */
    private static boolean mergeable(HmrDialect dialect) {
        return switch (dialect) {
            case ViteDialect _,GuideDialect _ -> true;
            case WebpackDialect _,NextDialect _,ParcelDialect _ -> false;
        };
    }

    private boolean keep(HmrFact fact, JsonNode message, Instant now) {
        switch (fact) {
            case HmrFact.FullReload _ -> {
                dropped += items.size();
                items.clear();
                reload = HmrMessages.write(message);
            }
            case HmrFact.Update update ->
                add(update.kind(), update.path() + "\n" + update.acceptedPath(), update.path(),
                        HmrMessages.only(message, update), now);
            case HmrFact.Prune prune -> {
                String paths = String.join(", ", prune.paths());
                add("prune", "prune\n" + paths, paths, HmrMessages.write(message), now);
            }
            case HmrFact.Failed failed -> add("error", ERROR, failed.problem().file(), HmrMessages.write(message), now);
            case HmrFact.Built _ -> {
                // An error must not reach the page behind the update that has mended it.
                if (items.remove(ERROR) != null) {
                    dropped++;
                }
                return false;
            }
            case HmrFact.Connected _,HmrFact.PagePing _,HmrFact.Repeated _ -> {
                return false;
            }
        }
        return true;
    }

    private void add(String kind, String key, String path, String message, Instant now) {
        if (reload != null) {
            dropped++;
            return;
        }
        add(key, new Item(kind, path, 1, now, now, message));
    }

    private void add(String key, Item item) {
        Item before = items.remove(key);
        items.put(key, before == null ? item : item.after(before));
        if (items.size() > MOST) {
            Iterator<Item> oldest = items.values().iterator();
            oldest.next();
            oldest.remove();
            dropped++;
        }
    }

    private void expire(Instant now) {
        Iterator<Item> each = items.values().iterator();
        while (each.hasNext()) {
            if (each.next().newest().plus(maxAge).isBefore(now)) {
                each.remove();
                dropped++;
            }
        }
    }

    /** Takes everything out. {@link #left} has to be told when all of it is on its way. */
    public Drained drain(Instant now) {
        expire(now);
        Drained all = new Drained(new LinkedHashMap<>(items), reload);
        items.clear();
        reload = null;
        if (!all.messages().isEmpty()) {
            leaving.add(all);
        }
        return all;
    }

    /** All of it has left for the page. */
    public void left(Drained all) {
        leaving.remove(all);
    }

    /** What was taken out and has not left waits again, before what has come since, unless that is newer than the same. */
    public void putBack() {
        while (!leaving.isEmpty()) {
            putBack(leaving.removeLast());
        }
    }

    private void putBack(Drained unsent) {
        Map<String, Item> since = new LinkedHashMap<>(items);
        items.clear();
        if (reload != null) {
            dropped += unsent.messages().size();
        } else if (unsent.reload != null) {
            dropped += since.size();
            reload = unsent.reload;
        } else {
            items.putAll(unsent.items);
            since.forEach((key, item) -> add(key, item));
        }
    }

    /** Forgets everything; answers how much that was. */
    public int drop() {
        int gone = items.size() + (reload == null ? 0 : 1);
        items.clear();
        reload = null;
        dropped += gone;
        return gone;
    }

    /** How many updates were given up for newer ones of other paths, for age, or on request. */
    public long dropped() {
        return dropped;
    }

    public boolean fullReloadNeeded() {
        return reload != null;
    }

    /** Oldest first. */
    public List<HmrStatus.Waiting> waiting() {
        return items.values()
                .stream()
                .map(i -> new HmrStatus.Waiting(i.kind(), i.path(), i.merged(), i.since(), i.newest().plus(maxAge)))
                .toList();
    }

    public int size() {
        return reload != null ? 1 : items.size();
    }
}
