package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Unreadable;
import dev.socketscope.app.controls.Values;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.Opcode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A breakpoint as it stands in the fields, before anybody has said that it can be. JavaFX thread only; needs no toolkit. */
final class BreakpointDraft {
    // As in the control API, so that what is said of a key can be told at its field.
    static final String TEXT = "match.text";
    static final String NTH = "match.everyNth";
    static final String SKIP = "match.skip";
    static final String HOLD = "holdFor";
    static final String COUNT = "count";
    static final String LABEL = "label";

    private static final Map<String, String> USUAL = usual();

    private final ObjectProperty<FaultMatch> target = new SimpleObjectProperty<>(FaultMatch.ANY);
    private final ObjectProperty<@Nullable Direction> direction = new SimpleObjectProperty<>(null);
    private final ObjectProperty<@Nullable Opcode> opcode = new SimpleObjectProperty<>(null);
    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final Values values = new Values(key -> text(key).get());
    private final Problems problems = new Problems(USUAL.keySet().toArray(String[]::new));

    BreakpointDraft() {
        USUAL.forEach((key, usual) -> texts.put(key, new SimpleStringProperty(usual)));
        texts.values().forEach(text -> text.subscribe((before, now) -> problems.clear()));
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put(TEXT, "");
        usual.put(NTH, "1");
        usual.put(SKIP, "0");
        usual.put(HOLD, Breakpoint.USUAL_HOLD.toSeconds() + " s");
        usual.put(COUNT, "");
        usual.put(LABEL, "");
        return usual;
    }

    /** Which connections are meant. */
    ObjectProperty<FaultMatch> target() {
        return target;
    }

    /** Null for both. */
    ObjectProperty<@Nullable Direction> direction() {
        return direction;
    }

    /** Null for text and binary. */
    ObjectProperty<@Nullable Opcode> opcode() {
        return opcode;
    }

    /** What stands in a field. */
    StringProperty text(String key) {
        StringProperty text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("a breakpoint has no " + key);
        }
        return text;
    }

    Problems problems() {
        return problems;
    }

    /** Empty when there can be no such breakpoint; why is then told at its field. */
    Optional<Breakpoint> build() {
        problems.clear();
        try {
            String text = values.text(TEXT);
            FaultMatch match = target.get()
                    .going(direction.get())
                    .every(values.number(NTH), values.number(SKIP))
                    .of(opcode.get())
                    .saying(text.isEmpty() ? null : text);
            return Optional.of(new Breakpoint(match, values.span(HOLD), values.numberOrNone(COUNT),
                    values.text(LABEL).strip()));
        } catch (Unreadable | InvalidFaultException e) {
            problems.tell(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
