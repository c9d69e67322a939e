package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartWindow;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When faults were armed that touched the connections of a chart. */
final class FaultWindows {
    private final Map<String, ChartWindow> windows = new LinkedHashMap<>();
    private final Set<String> concerned = new HashSet<>();
    private final Set<String> connections = new HashSet<>();

    private FaultWindows(List<Connection> shown) {
        for (Connection connection : shown) {
            connections.add(connection.id());
            concerned.addAll(connection.faults());
        }
    }

    static List<ChartWindow> of(LiveState state, List<Connection> shown) {
        FaultWindows found = new FaultWindows(shown);
        state.events().events().forEach(found::read);
        state.readings().faults().forEach(found::read);
        found.windows.keySet().retainAll(found.concerned);
        return List.copyOf(found.windows.values());
    }

    private void read(Event event) {
        if (event instanceof Event.FaultArmed armed) {
            windows.put(armed.fault(), new ChartWindow(micros(armed.at()), Long.MAX_VALUE,
                    armed.label().isBlank() ? armed.type().wireName() : armed.label()));
        } else if (event instanceof Event.FaultDisarmed over) {
            windows.computeIfPresent(over.fault(),
                    (id, window) -> new ChartWindow(window.from(), micros(over.at()), window.label()));
        } else if (event instanceof Event.FaultFired fired && connections.contains(fired.connection())) {
            concerned.add(fired.fault());
        }
    }

    /** Armed so long ago that its event has gone. */
    private void read(FaultStatus status) {
        String label = status.armed().fault().label();
        windows.putIfAbsent(status.armed().id(), new ChartWindow(micros(status.armed().startsAt()), Long.MAX_VALUE,
                label.isBlank() ? status.armed().type().wireName() : label));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
