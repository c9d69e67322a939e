package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows connections that a fault has silenced until somebody notices; see {@link DeadPeer}. Belongs to one thread. */
final class SilenceMeter {
    private static final Set<FaultType> SILENCING = Set.of(FaultType.BLACK_HOLE, FaultType.SWALLOW_PONG);
    private static final Set<FaultType> ENDING = Set.of(FaultType.DISCONNECT, FaultType.MAX_LIFETIME,
            FaultType.MAX_BYTES, FaultType.IDLE_CUT, FaultType.CUT, FaultType.FLAP);

    /** The silence of one connection by one fault. */
    private static final class Silence {
        private final String fault;
        private final FaultType type;
        private final Instant since;
        private @Nullable Instant over;
        private String how = "";

        Silence(String fault, FaultType type, Instant since) {
            this.fault = fault;
            this.type = type;
            this.since = since;
        }
    }

    private final Function<String, @Nullable Instant> opened;
    private final Map<String, Duration> delays = new HashMap<>();
    private final Map<String, Instant> armed = new HashMap<>();
    private final Map<String, List<Silence>> silences = new LinkedHashMap<>();
    private final Set<String> ending = new HashSet<>();

    /** @param opened tells when a connection was open for the first time; null when that is not known */
    SilenceMeter(Function<String, @Nullable Instant> opened) {
        this.opened = opened;
    }

    /** What is behind an id that events name. */
    void known(String id, Fault fault) {
        delays.put(id, fault.after());
    }

    /** The scenario is about to end a connection, which nobody has noticed by himself then. */
    void ending(String connection) {
        ending.add(connection);
    }

    void take(Event event) {
        switch (event) {
            case Event.FaultArmed e -> armed.put(e.fault(), e.at());
            case Event.FaultDisarmed e -> disarmed(e);
            case Event.FaultFired e -> fired(e);
            case Event.UpstreamLost e -> noticed(e.connection(), e.at(), "upstream", e.manner());
            case Event.ClientLost e -> noticed(e.connection(), e.at(), "client", e.manner());
            case Event.LegEnded e -> noticed(e.connection(), e.at(), Names.of(e.leg()), e.manner());
            case Event.ConnectionClosed e ->
                noticed(e.connection(), e.at(), Names.of(e.close().by()), e.close().manner());
            case Event.EngineStarted _,Event.Reconfigured _,Event.ConnectionRequested _,Event.ConnectionOpened _,Event.HandshakeFailed _,Event.ProtocolViolation _,Event.LimitReached _,Event.RequestFailed _,Event.TlsFailed _,Event.ReconnectPlanned _,Event.ReconnectFailed _,Event.UpstreamBack _,Event.ClientBack _,Event.MessagesDropped _,Event.PongMissed _,Event.IdleWarning _,Event.GapSettled _,Event.AlertRaised _,Event.AlertCleared _,Event.BreakpointSet _,Event.BreakpointCleared _,Event.MessageHeld _,Event.MessageReleased _,Event.ReplayStarted _,Event.ReplayFinished _ -> {
                // No leg ends and no silence begins by these.
            }
        }
    }

    private void fired(Event.FaultFired e) {
        if (ENDING.contains(e.type())) {
            ending.add(e.connection());
        }
        List<Silence> there = silences.getOrDefault(e.connection(), List.of());
        if (SILENCING.contains(e.type()) && there.stream().noneMatch(s -> s.fault.equals(e.fault()))) {
            silences.computeIfAbsent(e.connection(), any -> new ArrayList<>())
                    .add(new Silence(e.fault(), e.type(), since(e)));
        }
    }

    private Instant since(Event.FaultFired e) {
        Instant arming = armed.get(e.fault());
        if (e.type() != FaultType.BLACK_HOLE || arming == null) {
            return e.at();
        }
        Instant begun = arming.plus(delays.getOrDefault(e.fault(), Duration.ZERO));
        Instant open = opened.apply(e.connection());
        return open == null || open.isBefore(begun) ? begun : open;
    }

    private void disarmed(Event.FaultDisarmed e) {
        armed.remove(e.fault());
        silences.values()
                .stream()
                .flatMap(List::stream)
                .filter(s -> s.fault.equals(e.fault()) && s.over == null)
                .forEach(s -> s.over = e.at());
    }

    private void noticed(String connection, Instant at, String who, Manner manner) {
        boolean byItself = !ending.remove(connection);
        for (Silence silence : silences.getOrDefault(connection, List.of())) {
            if (silence.over == null) {
                silence.over = at;
                silence.how = !byItself ? ""
                        : manner == Manner.SILENCE ? "keep-alive gave the " + who + " up"
                                : "the " + who + " ended it, " + Names.of(manner);
            }
        }
    }

    List<DeadPeer> deadPeers(String connection, String path, Instant now) {
        return silences.getOrDefault(connection, List.of()).stream().map(s -> {
            Duration silent = Duration.between(s.since, s.over == null ? now : s.over);
            return new DeadPeer(connection, path, s.type.wireName(), s.since, s.how.isEmpty() ? null : silent, s.how,
                    silent);
        }).toList();
    }
}
