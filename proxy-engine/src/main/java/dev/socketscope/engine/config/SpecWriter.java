package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.HandshakeFault.Refuse;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;

/** The parameters of each type of fault; {@link FaultReader} is the way back. */
final class SpecWriter {
    private final Keys out;

    SpecWriter(Keys out) {
        this.out = out;
    }

    Keys write(FaultSpec spec) {
        return switch (spec) {
            case HandshakeFault f -> handshake(f);
            case MessageFault f -> message(f);
            case EndingFault f -> ending(f);
            case TransportFault f -> transport(f);
            case ControlFault.DelayPong f -> out.with("delay", f.delay());
            case ControlFault _ -> out;
        };
    }

    private Keys handshake(HandshakeFault fault) {
        return switch (fault) {
            case Refuse f -> out.with("status", f.status())
                    .with("headers",
                            f.headers()
                                    .stream()
                                    .map(h -> new Keys().with("name", h.name()).with("value", h.value()).done())
                                    .toList())
                    .with("body", f.body());
            case HandshakeFault.Delay f -> out.with("delay", f.delay());
            case HandshakeFault.Hang _ -> out;
            case HandshakeFault.Drop f -> out.with("mode", f.mode());
        };
    }

    private Keys message(MessageFault fault) {
        return switch (fault) {
            case MessageFault.Drop _ -> out;
            case MessageFault.Duplicate f -> out.with("copies", f.copies()).with("gap", f.gap());
            case MessageFault.Reorder f -> out.with("window", f.window()).with("maxHold", f.maxHold());
            case MessageFault.Delay f -> out.with("delay", f.delay()).with("jitter", f.jitter());
            case MessageFault.Corrupt f -> out.with("bytes", f.bytes()).with("utf8", f.utf8());
            case MessageFault.Truncate f -> out.with("bytes", f.bytes());
            case MessageFault.Fragment f -> out.with("bytes", f.bytes());
            case MessageFault.Replace f -> out.with("find", f.find()).with("with", f.with());
            case MessageFault.MapTo f -> out.with("text", f.text()).with("base64", f.base64());
            case MessageFault.Violate f -> out.with("kind", f.kind());
        };
    }

    private Keys ending(EndingFault fault) {
        return switch (fault) {
            case EndingFault.Disconnect(var leg, var mode, var code, var reason) -> close(leg, mode, code, reason);
            case EndingFault.Cut(var leg, var mode, var code, var reason) -> close(leg, mode, code, reason);
            case EndingFault.MaxLifetime f -> out.with("duration", f.lifetime());
            case EndingFault.IdleCut f -> out.with("idle", f.idle());
            case EndingFault.SlowClose f -> out.with("delay", f.delay());
            case EndingFault.Flap f -> flap(f);
        };
    }

    private Keys close(Legs leg, Mode mode, int code, String reason) {
        return out.with("leg", leg).with("mode", mode).with("code", code).with("reason", reason);
    }

    private Keys flap(EndingFault.Flap f) {
        out.with("down", f.down()).with("every", f.every()).with("leg", f.leg()).with("mode", f.mode());
        return f.cycles() == null ? out : out.with("cycles", f.cycles());
    }

    private Keys transport(TransportFault fault) {
        return switch (fault) {
            case TransportFault.Latency f -> out.with("delay", f.delay())
                    .with("jitter", f.jitter())
                    .with("distribution", f.distribution());
            case TransportFault.Bandwidth f -> out.with("bytesPerSecond", f.bytesPerSecond());
            case TransportFault.Slice f -> out.with("bytes", f.bytes()).with("delay", f.delay());
            case TransportFault.BlackHole _ -> out;
            case TransportFault.MaxBytes f -> out.with("bytes", f.bytes());
        };
    }
}
