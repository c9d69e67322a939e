package dev.socketscope.app.scenarios;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Step;
import java.time.Duration;
import java.util.List;

/** What is added when a person asks for a kind of step or expectation: something that makes sense, to be changed. */
final class Samples {
    private static final Duration WHILE = Duration.ofSeconds(3);

    private Samples() {}

    /** The kinds of steps that a menu offers. */
    enum Kind {
        ARM, DISARM, CUT, PRESET, INJECT
    }

    /** @param label what there is to disarm; only for {@link Kind#DISARM} */
    static Step step(Kind kind, Duration at, String label) {
        return switch (kind) {
            case ARM -> arm(FaultType.LATENCY, at);
            case DISARM -> new Step.Disarm(at, label);
            case CUT -> new Step.Cut(at, FaultMatch.ANY, Legs.BOTH, Mode.RST, CloseCode.GOING_AWAY, "", null);
            case PRESET -> new Step.Preset(at, FaultPreset.MOBILE_3G, FaultMatch.ANY, WHILE);
            case INJECT -> new Step.Inject(at, FaultMatch.ANY, Direction.TO_CLIENT, "hello");
        };
    }

    /** For a while, under its type as the label. */
    static Step arm(FaultType type, Duration at) {
        Fault fault = Fault.of(spec(type)).called(type.wireName());
        return new Step.Arm(at, type == FaultType.MAX_LIFETIME ? fault : fault.during(Duration.ZERO, WHILE), false);
    }

    static List<Expectation> expectations() {
        Duration limit = Duration.ofSeconds(10);
        return List.of(new Expectation.ReconnectsWithin(limit), new Expectation.NoMessageLost(),
                new Expectation.NoReload(), new Expectation.ClosesWith(List.of(CloseCode.GOING_AWAY)),
                new Expectation.DeadPeerNoticedWithin(Duration.ofSeconds(50)), new Expectation.Metric(
                        "websocket_errors_total", Expectation.Comparison.EQUAL, 0));
    }

    private static FaultSpec spec(FaultType type) {
        Duration delay = Duration.ofMillis(200);
        return switch (type) {
            case REFUSE -> new HandshakeFault.Refuse(503, List.of(), "");
            case DELAY_HANDSHAKE -> new HandshakeFault.Delay(WHILE);
            case HANG_HANDSHAKE -> new HandshakeFault.Hang();
            case DROP_HANDSHAKE -> new HandshakeFault.Drop(Mode.RST);
            case LATENCY ->
                new TransportFault.Latency(delay, Duration.ofMillis(50), TransportFault.Distribution.UNIFORM);
            case BANDWIDTH -> new TransportFault.Bandwidth(64 << 10);
            case SLICE -> new TransportFault.Slice(100, Duration.ofMillis(10));
            case BLACK_HOLE -> new TransportFault.BlackHole();
            case MAX_BYTES -> new TransportFault.MaxBytes(64 << 10);
            case DISCONNECT -> new EndingFault.Disconnect(Legs.BOTH, Mode.CLOSE, CloseCode.GOING_AWAY, "");
            case MAX_LIFETIME -> new EndingFault.MaxLifetime(WHILE);
            case IDLE_CUT -> new EndingFault.IdleCut(EndingFault.IdleCut.DEFAULT);
            case SLOW_CLOSE -> new EndingFault.SlowClose(WHILE);
            case CUT -> new EndingFault.Cut(Legs.UPSTREAM, Mode.RST, CloseCode.GOING_AWAY, "");
            case FLAP -> new EndingFault.Flap(Duration.ofSeconds(1), WHILE, null, Legs.UPSTREAM, Mode.FIN);
            case DROP -> new MessageFault.Drop();
            case DUPLICATE -> new MessageFault.Duplicate(1, Duration.ZERO);
            case REORDER -> new MessageFault.Reorder(3, Duration.ofSeconds(1));
            case DELAY_MESSAGE -> new MessageFault.Delay(delay, Duration.ZERO);
            case CORRUPT -> new MessageFault.Corrupt(1, MessageFault.Utf8.KEEP);
            case TRUNCATE -> new MessageFault.Truncate(10);
            case FRAGMENT -> new MessageFault.Fragment(16);
            case REPLACE -> new MessageFault.Replace("update", "ignored");
            case MAP -> new MessageFault.MapTo("{}", null);
            case VIOLATE -> new MessageFault.Violate(MessageFault.Rule.MASK);
            case SWALLOW_PING -> new ControlFault.SwallowPing();
            case SWALLOW_PONG -> new ControlFault.SwallowPong();
            case DELAY_PONG -> new ControlFault.DelayPong(WHILE);
        };
    }
}
