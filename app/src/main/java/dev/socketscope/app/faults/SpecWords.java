package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import java.util.Locale;

/** The parameters of a fault in a few words. */
final class SpecWords {
    private SpecWords() {}

    static String of(FaultSpec spec) {
        return switch (spec) {
            case HandshakeFault fault -> of(fault);
            case ControlFault fault -> of(fault);
            case MessageFault fault -> of(fault);
            case TransportFault fault -> of(fault);
            case EndingFault fault -> of(fault);
        };
    }

    private static String of(HandshakeFault spec) {
        return switch (spec) {
            case HandshakeFault.Refuse refuse -> Integer.toString(refuse.status());
            case HandshakeFault.Delay(var delay) -> Quantity.span(delay);
            case HandshakeFault.Hang _ -> "";
            case HandshakeFault.Drop(var mode) -> option(mode);
        };
    }

    private static String of(ControlFault spec) {
        return switch (spec) {
            case ControlFault.SwallowPing _,ControlFault.SwallowPong _ -> "";
            case ControlFault.DelayPong(var delay) -> Quantity.span(delay);
        };
    }

    private static String of(MessageFault spec) {
        return switch (spec) {
            case MessageFault.Drop _ -> "";
            case MessageFault.Duplicate(var copies, _) -> "× " + (copies + 1);
            case MessageFault.Reorder(var window, _) -> Integer.toString(window);
            case MessageFault.Delay(var delay, var jitter) -> spread(delay, jitter);
            case MessageFault.Corrupt(var bytes, _) -> bytes(bytes);
            case MessageFault.Truncate(var bytes) -> bytes(bytes);
            case MessageFault.Fragment(var bytes) -> bytes(bytes);
            case MessageFault.Replace(var find, var with) -> find + " → " + with;
            case MessageFault.MapTo(var text, var base64) -> "→ " + (text == null ? base64 : text);
            case MessageFault.Violate(var rule) -> option(rule);
        };
    }

    private static String of(TransportFault spec) {
        return switch (spec) {
            case TransportFault.Latency(var delay, var jitter, _) -> spread(delay, jitter);
            case TransportFault.Bandwidth(var rate) -> Quantity.RATE.text(Quantity.RATE.rounded(rate));
            case TransportFault.Slice(var bytes, _) -> bytes(bytes);
            case TransportFault.BlackHole _ -> "";
            case TransportFault.MaxBytes(var bytes) -> bytes(bytes);
        };
    }

    private static String of(EndingFault spec) {
        return switch (spec) {
            case EndingFault.Disconnect end -> ending(end.leg(), end.mode(), end.code());
            case EndingFault.Cut cut -> ending(cut.leg(), cut.mode(), cut.code());
            case EndingFault.MaxLifetime(var lifetime) -> Quantity.span(lifetime);
            case EndingFault.IdleCut(var idle) -> Quantity.span(idle);
            case EndingFault.SlowClose(var delay) -> Quantity.span(delay);
            case EndingFault.Flap flap -> Strings.of("faults.flap", Quantity.span(flap.down()),
                    Quantity.span(flap.every()));
        };
    }

    /** {@code upstream leg, RST} or {@code both legs, Close 1001}. */
    static String ending(Legs legs, Mode mode, int code) {
        return option(legs) + ", " + (mode == Mode.CLOSE ? Strings.of("faults.close", Integer.toString(code))
                : mode.name());
    }

    private static String option(Enum<?> constant) {
        return FaultWords.option(constant.name().toLowerCase(Locale.ROOT));
    }

    private static String spread(Duration delay, Duration jitter) {
        return jitter.isZero() ? Quantity.span(delay) : Quantity.span(delay) + " ± " + Quantity.span(jitter);
    }

    private static String bytes(long bytes) {
        return Units.bytes(bytes);
    }
}
