package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Values;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import java.util.List;
import java.util.function.Function;

/**
 * How a type of fault is made of what a person sets.
 *
 * @param parts in the order in which they are shown
 * @param spec may throw an {@link IllegalArgumentException} whose message is for people
 */
record Recipe(List<Part> parts, Function<Values, FaultSpec> spec) {
    static Recipe of(FaultType type) {
        return switch (type) {
            case REFUSE -> HandshakeRecipes.refuse();
            case DELAY_HANDSHAKE -> HandshakeRecipes.delay();
            case HANG_HANDSHAKE -> simple(new HandshakeFault.Hang());
            case DROP_HANDSHAKE -> HandshakeRecipes.drop();
            case LATENCY -> TransportRecipes.latency();
            case BANDWIDTH -> TransportRecipes.bandwidth();
            case SLICE -> TransportRecipes.slice();
            case BLACK_HOLE -> simple(new TransportFault.BlackHole());
            case DISCONNECT -> EndingRecipes.disconnect();
            case MAX_LIFETIME -> EndingRecipes.maxLifetime();
            case MAX_BYTES -> TransportRecipes.maxBytes();
            case IDLE_CUT -> EndingRecipes.idleCut();
            case SLOW_CLOSE -> EndingRecipes.slowClose();
            case DROP -> simple(new MessageFault.Drop());
            case DUPLICATE -> MessageRecipes.duplicate();
            case REORDER -> MessageRecipes.reorder();
            case DELAY_MESSAGE -> MessageRecipes.delay();
            case CORRUPT -> MessageRecipes.corrupt();
            case TRUNCATE -> MessageRecipes.truncate();
            case FRAGMENT -> MessageRecipes.fragment();
            case REPLACE -> MessageRecipes.replace();
            case MAP -> MessageRecipes.map();
            case SWALLOW_PING -> simple(new ControlFault.SwallowPing());
            case SWALLOW_PONG -> simple(new ControlFault.SwallowPong());
            case DELAY_PONG -> new Recipe(List.of(span("delay", "10 ms", "1 min", "3 s")),
                    v -> new ControlFault.DelayPong(v.span("delay")));
            case VIOLATE -> MessageRecipes.violate();
            case CUT -> EndingRecipes.cut();
            case FLAP -> EndingRecipes.flap();
        };
    }

    /** Nothing can be set. */
    private static Recipe simple(FaultSpec spec) {
        return new Recipe(List.of(), v -> spec);
    }

    static Part.Amount span(String key, String least, String most, String usual) {
        return new Part.Amount(key, Quantity.TIME, Scale.of(Quantity.TIME, least, most), usual);
    }

    static Part.Amount spanFromZero(String key, String least, String most, String usual) {
        return new Part.Amount(key, Quantity.TIME, Scale.fromZero(Quantity.TIME, least, most), usual);
    }

    static Part.Amount bytes(String key, String least, String most, String usual) {
        return new Part.Amount(key, Quantity.BYTES, Scale.of(Quantity.BYTES, least, most), usual);
    }

    static Part.Amount number(String key, String usual) {
        return new Part.Amount(key, Quantity.NUMBER, null, usual);
    }

    static Part.Amount number(String key, String least, String most, String usual) {
        return new Part.Amount(key, Quantity.NUMBER, Scale.of(Quantity.NUMBER, least, most), usual);
    }
}
