package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Unreadable;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import java.util.List;

/** Faults of the upgrade. */
final class HandshakeRecipes {
    private HandshakeRecipes() {}

    static Recipe refuse() {
        return new Recipe(
                List.of(Recipe.number("status", "503"), new Part.Words("headers", "Retry-After: 5", 2),
                        new Part.Words("body", "", 2)),
                v -> new HandshakeFault.Refuse(v.number("status"), headers(v.text("headers")), v.text("body")));
    }

    static Recipe delay() {
        return new Recipe(List.of(Recipe.span("delay", "10 ms", "1 min", "2 s")),
                v -> new HandshakeFault.Delay(v.span("delay")));
    }

    static Recipe drop() {
        return new Recipe(List.of(Part.Pick.of("mode", Mode.RST, Mode.FIN)),
                v -> new HandshakeFault.Drop(v.pick("mode", Mode.class)));
    }

    /** One on each line. */
    private static List<Header> headers(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(HandshakeRecipes::header).toList();
    }

    private static Header header(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new Unreadable("headers", line, "Name: value");
        }
        return new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
}
