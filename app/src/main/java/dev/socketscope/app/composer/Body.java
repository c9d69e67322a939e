package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Opcode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A message as it stands in an editor: text as text, anything else as pairs of hex digits. Nothing is put in another form unless
 * somebody asks for it, and what the editor could not keep as it is, such as CR, is shown as bytes. JavaFX thread only; needs no
 * toolkit.
 */
final class Body {
    /** Longer contents, in bytes, make an editor slow. */
    static final int LONGEST_EDITED = 128 << 10;

    private final ReadOnlyObjectWrapper<Opcode> opcode = new ReadOnlyObjectWrapper<>(Opcode.TEXT);
    private final ReadOnlyBooleanWrapper hex = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** All of it at one moment. */
    record State(Opcode opcode, boolean hex, String text) {}

    Body() {
        text.subscribe((before, now) -> problem.set(""));
    }

    /** {@link Opcode#TEXT} or {@link Opcode#BINARY}. */
    ReadOnlyObjectProperty<Opcode> opcode() {
        return opcode.getReadOnlyProperty();
    }

    /** Whether bytes stand in the editor. */
    ReadOnlyBooleanProperty hex() {
        return hex.getReadOnlyProperty();
    }

    /** What stands in the editor. */
    StringProperty text() {
        return text;
    }

    /** Why there can be no such message, or why something was not done; empty when there is no reason. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    State state() {
        return new State(opcode.get(), hex.get(), text.get());
    }

    void restore(State state) {
        opcode.set(state.opcode());
        hex.set(state.hex());
        text.set(state.text());
        problem.set("");
    }

    /** Puts a message into the editor. */
    void show(Opcode kind, byte[] content) {
        Optional<String> asText = kind == Opcode.TEXT ? Utf8.text(content).filter(Body::keeps) : Optional.empty();
        restore(new State(kind, asText.isEmpty(), asText.orElseGet(() -> HexForm.of(content))));
    }

    /** Makes another kind of message of the same content. */
    void become(Opcode kind) {
        if (kind != opcode.get()) {
            content().ifPresent(bytes -> show(kind, bytes));
        }
    }

    /** Shows the bytes of a text message, or its text again. */
    void asBytes(boolean wanted) {
        if (wanted == hex.get() || opcode.get() != Opcode.TEXT) {
            return;
        }
        content().ifPresent(bytes -> {
            Optional<String> shown = wanted ? Optional.of(HexForm.of(bytes)) : Utf8.text(bytes).filter(Body::keeps);
            if (shown.isEmpty()) {
                problem.set(Strings.of("composer.body.bytes.only"));
            } else {
                restore(new State(Opcode.TEXT, wanted, shown.get()));
            }
        });
    }

    /** Lays JSON out in lines. */
    void indent() {
        lay(JsonLayout::indented);
    }

    /** Takes the blanks out of JSON. */
    void compact() {
        lay(JsonLayout::compact);
    }

    /** What would be sent; empty when there can be no such message, and {@link #problem()} says why. */
    Optional<byte[]> bytes() {
        problem.set("");
        Optional<byte[]> bytes = content();
        if (bytes.isPresent() && bytes.get().length > Command.InjectMessage.LONGEST) {
            return refuse(Strings.of("composer.body.long", Units.bytes(bytes.get().length),
                    Units.bytes(Command.InjectMessage.LONGEST)));
        }
        if (bytes.isPresent() && opcode.get() == Opcode.TEXT && Utf8.text(bytes.get()).isEmpty()) {
            return refuse(Strings.of("composer.body.utf8"));
        }
        return bytes;
    }

    private Optional<byte[]> content() {
        if (!hex.get()) {
            Optional<byte[]> bytes = Utf8.bytes(text.get());
            return bytes.isPresent() ? bytes : refuse(Strings.of("composer.body.surrogate"));
        }
        OptionalInt mistake = HexForm.mistake(text.get());
        if (mistake.isPresent()) {
            int at = mistake.getAsInt();
            return refuse(Strings.of("composer.body.hex", text.get().substring(at, at + 1), Units.count(at + 1L)));
        }
        try {
            return Optional.of(HexForm.read(text.get()));
        } catch (IllegalArgumentException _) {
            return refuse(Strings.of("composer.body.odd"));
        }
    }

    private void lay(UnaryOperator<String> layout) {
        Optional<String> wrong = JsonLayout.problem(text.get());
        if (wrong.isEmpty()) {
            text.set(layout.apply(text.get()));
        } else {
            problem.set(Strings.of("composer.body.json", wrong.get()));
        }
    }

    private Optional<byte[]> refuse(String why) {
        problem.set(why);
        return Optional.empty();
    }

    /** A text area drops control characters but newline and tab. */
    private static boolean keeps(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\n' || c == '\t');
    }
}
