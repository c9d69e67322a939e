package dev.socketscope.app.overview;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.List;

/** How one leg of all connections is broken from the picture of the tunnel, and what is armed on it. Needs no toolkit. */
final class LegBreaks {
    private static final Duration DELAY = Duration.ofMillis(250);
    private static final Duration JITTER = Duration.ofMillis(50);

    private LegBreaks() {}

    /** Something that can be done. */
    enum Kind {
        RESET, CLOSE, CUT, DELAY, BLACK_HOLE
    }

    /** @param live the connections that there are now; others may come */
    static List<Command> commands(Kind kind, Leg leg, List<Connection> live) {
        return switch (kind) {
            case RESET -> end(live, leg, Mode.RST);
            case CLOSE -> end(live, leg, Mode.CLOSE);
            case CUT -> arm(new EndingFault.Cut(legs(leg), Mode.RST, CloseCode.GOING_AWAY, ""), FaultMatch.ANY);
            case DELAY -> arm(new TransportFault.Latency(DELAY, JITTER, Distribution.UNIFORM), towards(leg));
            case BLACK_HOLE -> arm(new TransportFault.BlackHole(), towards(leg));
        };
    }

    private static List<Command> end(List<Connection> live, Leg leg, Mode mode) {
        return live.stream()
                .<Command>map(c -> new Command.EndConnection(c.id(), legs(leg), mode, CloseCode.GOING_AWAY, ""))
                .toList();
    }

    private static List<Command> arm(FaultSpec spec, FaultMatch match) {
        return List.of(new Command.ArmFault(Fault.of(spec).on(match)));
    }

    /** Bytes meet their faults on the way out of the engine, so that a direction says which leg it is. */
    private static FaultMatch towards(Leg leg) {
        return FaultMatch.ANY.going(leg == Leg.CLIENT ? Direction.TO_CLIENT : Direction.TO_UPSTREAM);
    }

    private static Legs legs(Leg leg) {
        return leg == Leg.CLIENT ? Legs.CLIENT : Legs.UPSTREAM;
    }

    /** Those of the armed faults that are to be seen on a leg. */
    static List<FaultStatus> armedOn(Leg leg, List<FaultStatus> faults) {
        return faults.stream().filter(status -> isOn(leg, status.armed().fault())).toList();
    }

    private static boolean isOn(Leg leg, Fault fault) {
        Direction only = fault.match().direction();
        return switch (fault.spec()) {
            case HandshakeFault _ -> leg == Leg.CLIENT;
            case EndingFault.Cut(var legs, _, _, _) -> reaches(legs, leg);
            case EndingFault.Flap(_, _, _, var legs, _) -> reaches(legs, leg);
            case EndingFault.Disconnect(var legs, _, _, _) -> reaches(legs, leg);
            case EndingFault _ -> true;
            case TransportFault _,MessageFault _,ControlFault _ ->
                only == null || only == (leg == Leg.CLIENT ? Direction.TO_CLIENT : Direction.TO_UPSTREAM);
        };
    }

    private static boolean reaches(Legs legs, Leg leg) {
        return legs == Legs.BOTH || legs == legs(leg);
    }
}
