package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often faults have acted on a connection, as far back as the window remembers.
 *
 * @param each in the order in which they fired first
 */
record Firings(List<Firing> each) {
    static final Firings NONE = new Firings(List.of());
    /** So many are named where there is little room. */
    private static final int NAMED = 4;

    /** @param kind of the fault, for example {@code drop} */
    record Firing(String fault, String kind, int times) {
        private String words() {
            return times == 1 ? Strings.of("story.fired.once", fault, kind)
                    : Strings.of("story.fired", fault, kind, Units.count(times));
        }
    }

    Firings {
        each = List.copyOf(each);
    }

    static Firings of(String connection, LiveState state) {
        Map<String, Firing> firings = new LinkedHashMap<>();
        for (Event event : state.events().events()) {
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
        return each.size() <= NAMED ? Strings.of("story.fired.several", named, Units.count(times))
                : Strings.of("story.fired.many", named, Units.count(each.size() - (long) NAMED), Units.count(times));
    }
}
