package dev.socketscope.engine.config;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of each type of fault, with the defaults of those that may be absent. */
final class FaultSpecReader {
    private static final int REFUSED = 503;
    private static final int WINDOW = 3;
    private static final Duration HOLD = Duration.ofSeconds(1);

    private final FaultFields in;

    FaultSpecReader(FaultFields in) {
        this.in = in;
    }

    FaultSpec read(FaultType type) {
        return switch (type) {
            case REFUSE -> new HandshakeFault.Refuse(in.whole("status", REFUSED), headers(), in.text("body", ""));
            case DELAY_HANDSHAKE -> new HandshakeFault.Delay(in.span("delay"));
            case HANG_HANDSHAKE -> new HandshakeFault.Hang();
            case DROP_HANDSHAKE -> new HandshakeFault.Drop(mode(Mode.FIN));
            case LATENCY -> new TransportFault.Latency(in.span("delay"), in.span("jitter", Duration.ZERO),
                    in.choice(Distribution.class, "distribution", Distribution.UNIFORM));
            case BANDWIDTH -> new TransportFault.Bandwidth(in.number("bytesPerSecond"));
            case SLICE -> new TransportFault.Slice(in.whole("bytes"), in.span("delay", Duration.ZERO));
            case BLACK_HOLE -> new TransportFault.BlackHole();
            case MAX_BYTES -> new TransportFault.MaxBytes(in.number("bytes"));
            case DISCONNECT -> new EndingFault.Disconnect(legs(Legs.BOTH), mode(Mode.CLOSE),
                    in.whole("code", CloseCode.GOING_AWAY), in.text("reason", ""));
            case MAX_LIFETIME -> new EndingFault.MaxLifetime(in.span("duration"));
            case IDLE_CUT -> new EndingFault.IdleCut(in.span("idle", EndingFault.IdleCut.DEFAULT));
            case SLOW_CLOSE -> new EndingFault.SlowClose(in.span("delay"));
            case CUT -> new EndingFault.Cut(legs(Legs.UPSTREAM), mode(Mode.RST), in.whole("code", CloseCode.GOING_AWAY),
                    in.text("reason", ""));
            case FLAP -> new EndingFault.Flap(in.span("down"), in.span("every"), cycles(), legs(Legs.UPSTREAM),
                    mode(Mode.FIN));
            case DROP -> new MessageFault.Drop();
            case DUPLICATE -> new MessageFault.Duplicate(in.whole("copies", 1), in.span("gap", Duration.ZERO));
            case REORDER -> new MessageFault.Reorder(in.whole("window", WINDOW), in.span("maxHold", HOLD));
            case DELAY_MESSAGE -> new MessageFault.Delay(in.span("delay"), in.span("jitter", Duration.ZERO));
            case CORRUPT -> new MessageFault.Corrupt(in.whole("bytes", 1),
                    in.choice(MessageFault.Utf8.class, "utf8", MessageFault.Utf8.KEEP));
            case TRUNCATE -> new MessageFault.Truncate(in.whole("bytes"));
            case FRAGMENT -> new MessageFault.Fragment(in.whole("bytes"));
            case REPLACE -> new MessageFault.Replace(in.text("find"), in.text("with"));
            case MAP -> new MessageFault.MapTo(in.optionalText("text"), in.optionalText("base64"));
            case VIOLATE -> new MessageFault.Violate(in.choice(MessageFault.Rule.class, "kind"));
            case SWALLOW_PING -> new ControlFault.SwallowPing();
            case SWALLOW_PONG -> new ControlFault.SwallowPong();
            case DELAY_PONG -> new ControlFault.DelayPong(in.span("delay"));
        };
    }

    private Legs legs(Legs usual) {
        return in.choice(Legs.class, "leg", usual);
    }

    private Mode mode(Mode usual) {
        return in.choice(Mode.class, "mode", usual);
    }

    private @Nullable Integer cycles() {
        return in.has("cycles") ? (Integer) in.whole("cycles") : null;
    }

    private List<Header> headers() {
        return in.objects("headers").stream().map(FaultSpecReader::header).toList();
    }

    private static Header header(FaultFields in) {
        Header header = new Header(in.text("name"), in.text("value"));
        in.finish();
        return header;
    }
}
