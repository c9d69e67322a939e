package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Values;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.Opcode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A fault as it stands in the fields, before anybody has said that it can be. JavaFX thread only; needs no toolkit. */
final class Draft {
    static final String DIRECTION = "match.direction";
    static final String PROBABILITY = "probability";
    static final String ANY = "any";

    /** What every type has beside its own parts, as far as it can use it. */
    static final List<Part> OCCASION = List.of(
            new Part.Amount(PROBABILITY, Quantity.SHARE, Scale.of(Quantity.SHARE, "0.1 %", "100 %"), "100 %"),
            Recipe.number("match.everyNth", "1"), Recipe.number("match.skip", "0"), Recipe.number("count", ""),
            Recipe.number("seed", "1"), new Part.Amount("after", Quantity.TIME, null, "0 s"),
            new Part.Amount("duration", Quantity.TIME, null, ""),
            new Part.Pick("match.opcode", List.of(ANY, "text", "binary"), ANY), new Part.Words("match.text", "", 1),
            new Part.Words("label", "", 1));

    private final FaultType type;
    private final Recipe recipe;
    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final Values values = new Values(key -> text(key).get());
    private final Map<String, String> useless = new LinkedHashMap<>();

    Draft(FaultType type) {
        this.type = type;
        recipe = Recipe.of(type);
        Stream.concat(recipe.parts().stream(), OCCASION.stream())
                .forEach(part -> texts.put(part.key(), new SimpleStringProperty(part.usual())));
        Fault usual = Fault.of(recipe.spec().apply(values));
        FaultMatch any = FaultMatch.ANY;
        probe(DIRECTION, () -> usual.on(any.going(Direction.TO_CLIENT)));
        probe("match.opcode", () -> usual.on(any.of(Opcode.TEXT)));
        probe("match.text", () -> usual.on(any.saying("x")));
        probe("match.everyNth", () -> usual.on(any.every(2, 0)));
        probe("match.skip", () -> usual.on(any.every(1, 1)));
        probe(PROBABILITY, () -> usual.likely(0.5, 1));
        probe("count", () -> usual.times(1));
    }

    FaultType type() {
        return type;
    }

    List<Part> parts() {
        return recipe.parts();
    }

    /** What stands in the field of a part. */
    StringProperty text(String key) {
        StringProperty text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException(type.wireName() + " has no " + key);
        }
        return text;
    }

    /** Runs something whenever any field has changed. */
    void onChange(Runnable changed) {
        texts.values().forEach(text -> text.subscribe((before, now) -> changed.run()));
    }

    /** Why the type cannot use a selector, in the engine's words; empty when it can. */
    Optional<String> useless(String key) {
        return Optional.ofNullable(useless.get(key));
    }

    /** What of a scope the type can use. */
    FaultMatch usable(FaultMatch scope) {
        return useless.containsKey(DIRECTION) ? scope.going(null) : scope;
    }

    /**
     * The fault that the fields describe.
     *
     * @param scope selects connections and a direction
     * @throws IllegalArgumentException when there can be no such fault; the message says which field is why
     */
    Fault fault(FaultMatch scope) {
        FaultSpec spec = recipe.spec().apply(values);
        FaultMatch match = usable(scope).every(values.number("match.everyNth"), values.number("match.skip"))
                .of(opcode())
                .saying(emptyAsNull(values.text("match.text")));
        return new Fault(spec, match, values.share(PROBABILITY), values.numberOrNone("count"), values.seed("seed"),
                values.span("after"), values.spanOrNone("duration"), values.text("label").strip());
    }

    private @Nullable Opcode opcode() {
        return values.text("match.opcode").equals(ANY) ? null : values.pick("match.opcode", Opcode.class);
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The records know which selectors they take; asking them keeps one list of that. */
    private void probe(String key, Runnable attempt) {
        try {
            attempt.run();
        } catch (InvalidFaultException e) {
            useless.put(key, e.problem());
        }
    }
}
