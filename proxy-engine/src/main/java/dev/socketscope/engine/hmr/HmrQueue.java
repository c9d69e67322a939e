package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.HmrStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page that is away has to be told when it returns: at most {@value #MOST} updates, the newest of each path; a full reload makes
 * the rest moot. Not safe for use by several threads.
 */
public final class HmrQueue {
    static final int MOST = 50;

    private record Item(String kind, String path, int merged, Instant since, Instant newest, String message) {}

    private final Duration maxAge;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private @Nullable String reload;
    private long dropped;

    /** @param maxAge an update that waits longer is dropped, and the page has to be loaded anew */
    public HmrQueue(Duration maxAge) {
        this.maxAge = maxAge;
    }

    /**
     * A message for the page has come.
     *
     * @return whether the queue keeps it; everything else has to be kept as any message is
     */
    public boolean offer(HmrDialect dialect, JsonNode message, List<HmrFact> facts, Instant now) {
        expire(now);
        boolean kept = false;
        for (HmrFact fact : facts) {
            switch (fact) {
                case HmrFact.FullReload _ -> {
                    dropped += items.size();
                    items.clear();
                    reload = HmrMessages.write(message);
                    kept = true;
                }
                case HmrFact.Update update -> {
                    add(update.kind(), update.path(), single(message, update), now);
                    kept = true;
                }
                case HmrFact.Prune prune -> {
                    add("prune", String.join(", ", prune.paths()), HmrMessages.write(message), now);
                    kept = true;
                }
                case HmrFact.Connected _,HmrFact.Failed _,HmrFact.Built _,HmrFact.PagePing _,HmrFact.Stateful _ -> {
                    // Errors and greetings wait as messages do.
                }
            }
        }
        return kept;
    }

    /** One update of a message that may hold several. */
    private static String single(JsonNode message, HmrFact.Update update) {
        JsonNode updates = message.path("updates");
        if (!updates.isArray() || updates.size() < 2 || !(message.deepCopy() instanceof ObjectNode copy)) {
            return HmrMessages.write(message);
        }
        var one = copy.putArray("updates");
        for (JsonNode each : updates) {
            if (each.path("path").asString("").equals(update.path())) {
                one.add(each);
            }
        }
        return HmrMessages.write(copy);
    }

    private void add(String kind, String path, String message, Instant now) {
        if (reload != null) {
            dropped++;
            return;
        }
        Item before = items.remove(path);
        items.put(path, new Item(kind, path, before == null ? 1 : before.merged() + 1,
                before == null ? now : before.since(), now, message));
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

    /** Takes everything out, in the order in which it is to be sent. */
    public List<String> drain(Instant now) {
        expire(now);
        List<String> messages = new ArrayList<>();
        if (reload != null) {
            messages.add(reload);
        } else {
            items.values().forEach(item -> messages.add(item.message()));
        }
        items.clear();
        reload = null;
        return messages;
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
