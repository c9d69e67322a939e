package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultConflictsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<FaultSpec> ALL = List.of(new HandshakeFault.Refuse(503, List.of(), ""),
            new HandshakeFault.Delay(SECOND), new HandshakeFault.Hang(), new HandshakeFault.Drop(Mode.FIN),
            new TransportFault.Latency(SECOND, SECOND, Distribution.UNIFORM), new TransportFault.Bandwidth(1),
            new TransportFault.Slice(1, SECOND), new TransportFault.BlackHole(), new TransportFault.MaxBytes(1),
            new EndingFault.Disconnect(Legs.BOTH, Mode.FIN, 1000, ""), new EndingFault.MaxLifetime(SECOND),
            new EndingFault.IdleCut(SECOND), new EndingFault.SlowClose(SECOND),
            new EndingFault.Cut(Legs.BOTH, Mode.FIN, 1000, ""),
            new EndingFault.Flap(SECOND, SECOND.multipliedBy(2), null, Legs.BOTH, Mode.FIN), new MessageFault.Drop(),
            new MessageFault.Duplicate(1, SECOND), new MessageFault.Reorder(2, SECOND),
            new MessageFault.Delay(SECOND, SECOND), new MessageFault.Corrupt(1, MessageFault.Utf8.KEEP),
            new MessageFault.Truncate(1), new MessageFault.Fragment(1), new MessageFault.Replace("a", "b"),
            new MessageFault.MapTo("a", null),
            new MessageFault.Violate(MessageFault.Rule.RSV), new ControlFault.SwallowPing(),
            new ControlFault.SwallowPong(), new ControlFault.DelayPong(SECOND));

    private static ConnectionFacts connection(String hmr, KeepAlive keepAlive) {
        return new ConnectionFacts("ws_1", 0, "* /", "/", null, false, hmr, keepAlive);
    }

    private static List<String> warnings(FaultSpec spec, FaultMatch match, ConnectionFacts connection) {
        return FaultConflicts.warnings(Fault.of(spec).on(match), List.of(), List.of(connection));
    }

    @Test
    void withContextTakeoverMessagesMayOnlyComeLateOrWithSomethingBetweenThem() {
        assertThat(ALL.stream().map(FaultSpec::type)).containsExactlyInAnyOrder(FaultType.values());
        Set<FaultType> refused = ALL.stream()
                .filter(spec -> !FaultConflicts.problem(Fault.of(spec), Armed.takingOver()).isEmpty())
                .map(FaultSpec::type)
                .collect(Collectors.toSet());

        assertThat(refused).isEqualTo(EnumSet.of(FaultType.DROP, FaultType.DUPLICATE, FaultType.REORDER,
                FaultType.CORRUPT, FaultType.TRUNCATE, FaultType.FRAGMENT, FaultType.REPLACE, FaultType.MAP));
        assertThat(ALL).allMatch(spec -> FaultConflicts.problem(Fault.of(spec), Armed.CONNECTION).isEmpty());
    }

    @Test
    void theRefusalSaysWhatToDo() {
        assertThat(FaultConflicts.problem(Fault.of(new MessageFault.Drop()), Armed.takingOver()))
                .isEqualTo("drop cannot act on ws_t: its messages are compressed with context takeover, so each one"
                        + " depends on those before it. Set the route's compression to independent, or off.");
    }

    @Test
    void withContextTakeoverNothingCanBeChosenByItsText() {
        Fault delay = Fault.of(new MessageFault.Delay(SECOND, Duration.ZERO)).on(FaultMatch.ANY.saying("x"));
        Fault end = Fault.of(new EndingFault.Disconnect(Legs.BOTH, Mode.FIN, 1000, ""))
                .on(FaultMatch.ANY.saying("x"));

        assertThat(FaultConflicts.problem(delay, Armed.takingOver()))
                .startsWith("match.text of delay-message cannot act on ws_t");
        assertThat(FaultConflicts.problem(end, Armed.takingOver())).startsWith("match.text of disconnect");
    }

    @Test
    void webpackDoesNotWaitForALatePong() {
        ConnectionFacts webpack = connection("webpack", KeepAlive.OFF);
        FaultSpec half = new TransportFault.Latency(Duration.ofMillis(400), Duration.ofMillis(100),
                Distribution.UNIFORM);

        assertThat(warnings(half, FaultMatch.ANY, webpack)).singleElement()
                .asString()
                .startsWith("webpack-dev-server ends a client whose round trip passes one second");
        assertThat(warnings(half, FaultMatch.ANY.going(Direction.TO_CLIENT), webpack)).isEmpty();
        assertThat(warnings(half, FaultMatch.ANY, connection("vite", KeepAlive.OFF))).isEmpty();
        assertThat(warnings(new ControlFault.DelayPong(SECOND), FaultMatch.ANY, webpack)).hasSize(1);
        assertThat(warnings(new ControlFault.DelayPong(Duration.ofMillis(999)), FaultMatch.ANY, webpack)).isEmpty();
    }

    @Test
    void whatSeveralFaultsAddToTheRoundTripIsAddedUp() {
        ConnectionFacts webpack = connection("webpack", KeepAlive.OFF);
        TransportFault.Latency slow = new TransportFault.Latency(Duration.ofMillis(600), Duration.ZERO,
                Distribution.UNIFORM);
        Fault there = Fault.of(slow).on(FaultMatch.ANY.going(Direction.TO_UPSTREAM));
        Fault back = Fault.of(slow).on(FaultMatch.ANY.going(Direction.TO_CLIENT));
        Fault elsewhere = there.on(FaultMatch.ANY.onPath("/other"));

        assertThat(FaultConflicts.warnings(back, List.of(there), List.of(webpack))).hasSize(1);
        assertThat(FaultConflicts.warnings(back, List.of(elsewhere), List.of(webpack))).isEmpty();
        assertThat(FaultConflicts.warnings(Fault.of(new MessageFault.Drop()), List.of(there, back), List.of(webpack)))
                .as("it adds nothing")
                .isEmpty();
    }

    @Test
    void theEnginesOwnPingsKeepAConnectionFromBeingIdle() {
        FaultSpec cut = new EndingFault.IdleCut(Duration.ofSeconds(100));
        KeepAlive client = new KeepAlive(Duration.ofSeconds(30), SECOND, 2, KeepAlive.Legs.CLIENT);

        assertThat(warnings(cut, FaultMatch.ANY, connection("off", client))).containsExactly(
                "idle-cut will not act on ws_1: the engine pings every 30000 ms, and the answers are bytes too."
                        + " Switch the route's keepAlive off.");
        assertThat(warnings(cut, FaultMatch.ANY.going(Direction.TO_UPSTREAM), connection("off", client))).hasSize(1);
        assertThat(warnings(cut, FaultMatch.ANY.going(Direction.TO_CLIENT), connection("off", client))).isEmpty();
        assertThat(warnings(cut, FaultMatch.ANY, connection("off", KeepAlive.OFF))).isEmpty();
        assertThat(warnings(new EndingFault.IdleCut(Duration.ofSeconds(30)), FaultMatch.ANY, connection("off", client)))
                .isEmpty();
    }
}
