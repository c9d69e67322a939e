package dev.socketscope.engine.story;

import dev.socketscope.engine.api.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often faults have acted on a connection, as far back as somebody remembers.
 *
 * @param each in the order in which they fired first
 */
public record Firings(List<Firing> each) {
    public static final Firings NONE = new Firings(List.of());
    /** So many are named where there is little room. */
    private static final int NAMED = 4;

    /** @param kind of the fault, for example {@code drop} */
    public record Firing(String fault, String kind, int times) {
        private String words() {
            return "fault " + fault + " (" + kind + ") fired " + (times == 1 ? "once" : Words.count(times) + " times");
        }
    }

    public Firings {
        each = List.copyOf(each);
    }

    /** @param events oldest first, also those of others */
    public static Firings of(String connection, Iterable<Event> events) {
        Map<String, Firing> firings = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof Event.FaultFired fired && fired.connection().equals(connection)) {
                firings.merge(fired.fault(), new Firing(fired.fault(), fired.type().wireName(), 1),
                        (before, one) -> new Firing(one.fault(), one.kind(), before.times() + 1));
            }
        }
        return new Firings(List.copyOf(firings.values()));
    }

    /** {@code fault flt_2 (drop) fired once}, for each of them; empty when there is none. */
    String words() {
        return each.stream().map(Firing::words).collect(Collectors.joining(", "));
    }

    /** {@code faults flt_2, flt_3 and 4 others fired 12 times}. */
    String fewWords() {
        if (each.size() < 2) {
            return words();
        }
        String named = each.stream().limit(NAMED).map(Firing::fault).collect(Collectors.joining(", "));
        int times = each.stream().mapToInt(Firing::times).sum();
        String others = each.size() <= NAMED ? "" : " and " + Words.count(each.size() - (long) NAMED) + " others";
        return "faults " + named + others + " fired " + Words.count(times) + " times";
    }
}
