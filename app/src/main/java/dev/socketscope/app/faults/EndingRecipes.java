package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import java.util.ArrayList;
import java.util.List;

/** Faults that end connections, or keep their ends back. */
final class EndingRecipes {
    private EndingRecipes() {}

    static Recipe disconnect() {
        return new Recipe(ending(Part.Pick.of("leg", Legs.BOTH, Legs.CLIENT, Legs.UPSTREAM)),
                v -> new EndingFault.Disconnect(v.pick("leg", Legs.class), v.pick("mode", Mode.class), v.number("code"),
                        v.text("reason")));
    }

    static Recipe cut() {
        return new Recipe(ending(Part.Pick.of("leg", Legs.UPSTREAM, Legs.CLIENT, Legs.BOTH)),
                v -> new EndingFault.Cut(v.pick("leg", Legs.class), v.pick("mode", Mode.class), v.number("code"),
                        v.text("reason")));
    }

    static Recipe maxLifetime() {
        return new Recipe(List.of(Recipe.span("lifetime", "100 ms", "1 h", "15 s")),
                v -> new EndingFault.MaxLifetime(v.span("lifetime")));
    }

    static Recipe idleCut() {
        return new Recipe(List.of(Recipe.span("idle", "100 ms", "1 h", Quantity.span(EndingFault.IdleCut.DEFAULT))),
                v -> new EndingFault.IdleCut(v.span("idle")));
    }

    static Recipe slowClose() {
        return new Recipe(List.of(Recipe.span("delay", "10 ms", "10 min", "5 s")),
                v -> new EndingFault.SlowClose(v.span("delay")));
    }

    static Recipe flap() {
        return new Recipe(
                List.of(Recipe.span("down", "100 ms", "10 min", "2 s"), Recipe.span("every", "1 s", "1 h", "20 s"),
                        Recipe.number("cycles", ""), Part.Pick.of("leg", Legs.UPSTREAM, Legs.CLIENT, Legs.BOTH),
                        Part.Pick.of("mode", Mode.RST, Mode.FIN, Mode.CLOSE)),
                v -> new EndingFault.Flap(v.span("down"), v.span("every"), v.numberOrNone("cycles"),
                        v.pick("leg", Legs.class), v.pick("mode", Mode.class)));
    }

    private static List<Part> ending(Part legs) {
        List<Part> parts = new ArrayList<>(List.of(legs));
        parts.add(Part.Pick.of("mode", Mode.RST, Mode.FIN, Mode.CLOSE));
        parts.add(Recipe.number("code", "1001"));
        parts.add(new Part.Words("reason", "", 1));
        return parts;
    }
}
