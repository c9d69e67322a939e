package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Rule;
import dev.socketscope.engine.api.MessageFault.Utf8;
import java.util.List;

/** Faults of whole messages. */
final class MessageRecipes {
    private MessageRecipes() {}

    static Recipe duplicate() {
        return new Recipe(
                List.of(Recipe.number("copies", "1", "100", "1"), Recipe.spanFromZero("gap", "1 ms", "10 s", "0 ms")),
                v -> new MessageFault.Duplicate(v.number("copies"), v.span("gap")));
    }

    static Recipe reorder() {
        return new Recipe(
                List.of(Recipe.number("window", "2", "100", "4"), Recipe.span("maxHold", "10 ms", "1 min", "1 s")),
                v -> new MessageFault.Reorder(v.number("window"), v.span("maxHold")));
    }

    static Recipe delay() {
        return new Recipe(
                List.of(Recipe.span("delay", "1 ms", "1 min", "500 ms"),
                        Recipe.spanFromZero("jitter", "1 ms", "1 min", "0 ms")),
                v -> new MessageFault.Delay(v.span("delay"), v.span("jitter")));
    }

    static Recipe corrupt() {
        return new Recipe(
                List.of(Recipe.bytes("bytes", "1 B", "1 MB", "1 B"), Part.Pick.of("utf8", Utf8.KEEP, Utf8.BREAK)),
                v -> new MessageFault.Corrupt(v.size("bytes"), v.pick("utf8", Utf8.class)));
    }

    static Recipe truncate() {
        Scale scale = Scale.fromZero(Quantity.BYTES, "1 B", "1 MB");
        return new Recipe(List.of(new Part.Amount("bytes", Quantity.BYTES, scale, "16 B")),
                v -> new MessageFault.Truncate(v.size("bytes")));
    }

    static Recipe fragment() {
        return new Recipe(List.of(Recipe.bytes("bytes", "1 B", "1 MB", "100 B")),
                v -> new MessageFault.Fragment(v.size("bytes")));
    }

    static Recipe replace() {
        return new Recipe(List.of(new Part.Words("find", "true", 1), new Part.Words("with", "false", 1)),
                v -> new MessageFault.Replace(v.text("find"), v.text("with")));
    }

    static Recipe map() {
        return new Recipe(List.of(new Part.Words("text", "{}", 3)), v -> new MessageFault.MapTo(v.text("text"), null));
    }

    static Recipe violate() {
        return new Recipe(
                List.of(Part.Pick.of("kind", Rule.RSV, Rule.OPCODE, Rule.MASK, Rule.CONTINUATION,
                        Rule.OVERSIZE_CONTROL)),
                v -> new MessageFault.Violate(v.pick("kind", Rule.class)));
    }
}
