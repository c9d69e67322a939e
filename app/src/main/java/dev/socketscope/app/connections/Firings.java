package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How often faults have acted on a connection, as far back as the window remembers. */
final class Firings {
    private Firings() {}

    /** {@code fault flt_2 (drop) fired once}, for each of them; empty when there is none. */
    static String of(String connection, LiveState state) {
        Map<String, Integer> times = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Event event : state.events().events()) {
            if (event instanceof Event.FaultFired fired && fired.connection().equals(connection)) {
                times.merge(fired.fault(), 1, Integer::sum);
                kinds.put(fired.fault(), fired.type().wireName());
            }
        }
        return times.entrySet()
                .stream()
                .map(each -> words(each.getKey(), kinds.getOrDefault(each.getKey(), ""), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String words(String fault, String kind, int times) {
        return times == 1 ? Strings.of("story.fired.once", fault, kind)
                : Strings.of("story.fired", fault, kind, Units.count(times));
    }
}
