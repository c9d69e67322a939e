package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts messages that were lost in the engine; see {@link Messages}. Belongs to one thread. */
final class MessageMeter {
    private static final Set<FaultType> KEEPING = Set.of(FaultType.BLACK_HOLE, FaultType.LATENCY, FaultType.BANDWIDTH,
            FaultType.SLICE, FaultType.MAX_BYTES, FaultType.DELAY_MESSAGE, FaultType.REORDER);

    private final Map<String, Fault> faults = new HashMap<>();
    private final Map<String, SortedMap<String, Long>> lost = new HashMap<>();
    private final Map<String, Map<String, FaultType>> keeping = new HashMap<>();
    private final Map<String, Set<FaultType>> unknown = new HashMap<>();

    /** What is behind an id that events name. */
    void known(String id, Fault fault) {
        faults.put(id, fault);
    }

    void take(Event event) {
        switch (event) {
            case Event.MessagesDropped e -> add(e.connection(), e.bound(), e.messages());
            case Event.MessageReleased e when e.outcome() == Event.Outcome.DROPPED ->
                add(e.connection(), "dropped at a breakpoint", 1);
            case Event.FaultFired e -> fired(e);
            case Event.FaultDisarmed e -> keeping.values().forEach(kept -> kept.remove(e.fault()));
            case Event.UpstreamLost e -> gone(e.connection());
            case Event.ClientLost e -> gone(e.connection());
            case Event.ConnectionClosed e -> closed(e);
            case Event.EngineStarted _,Event.Reconfigured _,Event.ConnectionRequested _,Event.ConnectionOpened _,Event.HandshakeFailed _,Event.LegEnded _,Event.ProtocolViolation _,Event.LimitReached _,Event.RequestFailed _,Event.TlsFailed _,Event.ReconnectPlanned _,Event.ReconnectFailed _,Event.UpstreamBack _,Event.ClientBack _,Event.PongMissed _,Event.IdleWarning _,Event.GapSettled _,Event.AlertRaised _,Event.AlertCleared _,Event.FaultArmed _,Event.BreakpointSet _,Event.BreakpointCleared _,Event.MessageHeld _,Event.MessageReleased _,Event.ReplayStarted _,Event.ReplayFinished _ -> {
                // No message is lost by these.
            }
        }
    }

    private void fired(Event.FaultFired e) {
        if (KEEPING.contains(e.type())) {
            keeping.computeIfAbsent(e.connection(), any -> new LinkedHashMap<>()).put(e.fault(), e.type());
        }
        Fault fault = faults.get(e.fault());
        boolean inPlace = e.type() == FaultType.DISCONNECT && fault != null && fault.match().narrowsMessages();
        if (e.type() == FaultType.DROP || inPlace) {
            add(e.connection(), "taken by " + e.type().wireName(), 1);
        }
    }

    private void add(String connection, String cause, long messages) {
        lost.computeIfAbsent(connection, any -> new TreeMap<>()).merge(cause, messages, Long::sum);
    }

    /** An orderly end waits for what is delayed, but nothing ever leaves a black hole. */
    private void closed(Event.ConnectionClosed e) {
        Map<String, FaultType> kept = keeping.getOrDefault(e.connection(), Map.of());
        if (!e.close().orderly() || kept.containsValue(FaultType.BLACK_HOLE)) {
            gone(e.connection());
        }
    }

    private void gone(String connection) {
        unknown.computeIfAbsent(connection, any -> EnumSet.noneOf(FaultType.class))
                .addAll(keeping.getOrDefault(connection, Map.of()).values());
    }

    Messages of(List<String> connections) {
        SortedMap<String, Long> sum = new TreeMap<>();
        SortedMap<String, Long> doubts = new TreeMap<>();
        for (String id : connections) {
            lost.getOrDefault(id, new TreeMap<>()).forEach((cause, n) -> sum.merge(cause, n, Long::sum));
            unknown.getOrDefault(id, Set.of()).forEach(type -> doubts.merge(type.wireName(), 1L, Long::sum));
        }
        return new Messages(sum, doubts);
    }
}
