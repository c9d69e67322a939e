package dev.socketscope.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegBreaksTest {
    private static final List<Connection> LIVE = List.of(
            FakeTraffic.connection("ws_1", "/a", null, 1, State.OPEN),
            FakeTraffic.connection("ws_2", "/b", null, 1, State.OPEN));

    @Test
    void everyLiveConnectionLosesTheChosenLeg() {
        assertThat(LegBreaks.commands(LegBreaks.Kind.RESET, Leg.UPSTREAM, LIVE)).containsExactly(
                new Command.EndConnection("ws_1", Legs.UPSTREAM, Mode.RST, 1001, ""),
                new Command.EndConnection("ws_2", Legs.UPSTREAM, Mode.RST, 1001, ""));
        assertThat(LegBreaks.commands(LegBreaks.Kind.CLOSE, Leg.CLIENT, List.of())).isEmpty();
    }

    @Test
    void whatLastsIsArmedTowardsTheLeg() {
        assertThat(LegBreaks.commands(LegBreaks.Kind.BLACK_HOLE, Leg.CLIENT, LIVE)).containsExactly(
                new Command.ArmFault(Fault.of(new TransportFault.BlackHole())
                        .on(FaultMatch.ANY.going(Direction.TO_CLIENT))));
        assertThat(LegBreaks.commands(LegBreaks.Kind.CUT, Leg.UPSTREAM, LIVE)).containsExactly(
                new Command.ArmFault(Fault.of(new EndingFault.Cut(Legs.UPSTREAM, Mode.RST, 1001, ""))));
    }

    @Test
    void aFaultIsSeenOnTheLegThatItBreaks() {
        assertThat(onLegs(new TransportFault.BlackHole(), FaultMatch.ANY.going(Direction.TO_CLIENT)))
                .containsExactly(Leg.CLIENT);
        assertThat(onLegs(new MessageFault.Drop(), FaultMatch.ANY.going(Direction.TO_UPSTREAM)))
                .containsExactly(Leg.UPSTREAM);
        assertThat(onLegs(new MessageFault.Drop(), FaultMatch.ANY)).containsExactly(Leg.CLIENT, Leg.UPSTREAM);
        assertThat(onLegs(new HandshakeFault.Hang(), FaultMatch.ANY)).containsExactly(Leg.CLIENT);
        assertThat(onLegs(new EndingFault.Cut(Legs.UPSTREAM, Mode.RST, 1001, ""), FaultMatch.ANY))
                .containsExactly(Leg.UPSTREAM);
    }

    private static List<Leg> onLegs(FaultSpec spec, FaultMatch match) {
        FaultStatus status = new FaultStatus(new ArmedFault("flt_1", Fault.of(spec).on(match), Instant.EPOCH), 0, null,
                null);
        return List.of(Leg.CLIENT, Leg.UPSTREAM)
                .stream()
                .filter(leg -> !LegBreaks.armedOn(leg, List.of(status)).isEmpty())
                .toList();
    }
}
