package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartWindow;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FaultType;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When faults were armed that touched the connections of a chart, and how often they fired. */
final class FaultWindows {
    private final Map<String, Armed> windows = new LinkedHashMap<>();
    private final Set<String> concerned = new HashSet<>();
    private final Set<String> connections = new HashSet<>();

    private FaultWindows(List<Connection> shown) {
        for (Connection connection : shown) {
            connections.add(connection.id());
            concerned.addAll(connection.faults());
        }
    }

    /** In the order of their beginnings. */
    static List<ChartWindow> of(LiveState state, List<Connection> shown) {
        FaultWindows found = new FaultWindows(shown);
        state.events().events().forEach(found::read);
        state.readings().faults().forEach(found::read);
        found.windows.keySet().retainAll(found.concerned);
        return found.windows.values()
                .stream()
                .sorted(Comparator.comparing(Armed::from))
                .map(Armed::window)
                .toList();
    }

    private void read(Event event) {
        if (event instanceof Event.FaultArmed armed) {
            windows.put(armed.fault(), new Armed(armed.fault(), armed.type(), armed.label(), armed.at()));
        } else if (event instanceof Event.FaultDisarmed over) {
            windows.computeIfPresent(over.fault(), (id, window) -> window.until(over.at()));
        } else if (event instanceof Event.FaultFired fired) {
            windows.computeIfPresent(fired.fault(), (id, window) -> window.fired(window.fired() + 1));
            if (connections.contains(fired.connection())) {
                concerned.add(fired.fault());
            }
        }
    }

    /** Knows of firings whose events have gone, and of faults armed so long ago that theirs has. */
    private void read(FaultStatus status) {
        String id = status.armed().id();
        Armed window = windows.getOrDefault(id, new Armed(id, status.armed().type(), status.armed().fault().label(),
                status.armed().startsAt()));
        windows.put(id, window.fired(status.fired()));
    }

    /** @param to null while it is armed */
    private record Armed(String id, FaultType type, String label, Instant from, @Nullable Instant to, long fired) {
        Armed(String id, FaultType type, String label, Instant from) {
            this(id, type, label, from, null, 0);
        }

        Armed until(Instant end) {
            return new Armed(id, type, label, from, end, fired);
        }

        Armed fired(long times) {
            return new Armed(id, type, label, from, to, times);
        }

        ChartWindow window() {
            String name = label.isBlank() ? type.wireName() : label;
            String whole = id + " " + type.wireName() + (label.isBlank() ? "" : " “" + label + "”");
            String text = to == null
                    ? Strings.of("rtt.fault.armed", whole, Units.clock(from), Units.count(fired))
                    : Strings.of("rtt.fault.over", whole, Units.clock(from), Units.clock(to), Units.count(fired));
            return new ChartWindow(TimeView.micros(from), to == null ? Long.MAX_VALUE : TimeView.micros(to), name,
                    text);
        }
    }
}
