package dev.socketscope.app.scenarios;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Problem;
import dev.socketscope.engine.config.ScenarioReader;
import dev.socketscope.engine.config.ScenarioWriter;
import dev.socketscope.engine.scenario.Scenario;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One scenario as it is being written. Its text is the truth; timeline and forms change what the text says and have it written anew, so that
 * every view shows the same and undoing knows one thing only. JavaFX thread only; needs no toolkit.
 */
final class Document {
    private final InstantSource clock;
    private final Undo undo = new Undo();
    private final ReadOnlyStringWrapper name;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Scenario> scenario = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper readable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private @Nullable Path file;
    private String saved;

    /**
     * @param file where it is saved; null for one that comes with the program
     * @param saved what stands in the file; empty when there is none yet
     */
    Document(String name, @Nullable Path file, String saved, String text, InstantSource clock) {
        this.name = new ReadOnlyStringWrapper(name);
        this.file = file;
        this.saved = saved;
        this.clock = clock;
        put(text);
    }

    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** What the text says; while it has mistakes, what it said before them. Null when it never said anything. */
    ReadOnlyObjectProperty<@Nullable Scenario> scenario() {
        return scenario.getReadOnlyProperty();
    }

    /** What is wrong with the text. */
    ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Whether there is something to save. */
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Whether {@link #scenario} is what the text says, so that changing it loses nothing but comments. */
    ReadOnlyBooleanProperty readable() {
        return readable.getReadOnlyProperty();
    }

    /** Another number whenever anything has changed, after all of it has. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** Whether there is a state to go back to. */
    boolean canRevert() {
        return changed.get() && !saved.isEmpty();
    }

    String about() {
        Scenario known = scenario.get();
        return known == null ? "" : known.about();
    }

    boolean hasComments() {
        return Comments.in(text.get());
    }

    boolean canUndo() {
        return undo.canGoBack();
    }

    boolean canRedo() {
        return undo.canGoForth();
    }

    /** The text is this now, by somebody who types it. */
    void type(String typed) {
        if (!typed.equals(text.get())) {
            undo.typed(text.get(), clock.instant());
            put(typed);
        }
    }

    /** Changes what is said, unless the text cannot be understood now. Comments are gone afterwards. */
    void edit(UnaryOperator<Scenario> change) {
        Scenario before = scenario.get();
        if (before == null || !readable.get()) {
            return;
        }
        Scenario after = change.apply(before);
        if (!after.equals(before)) {
            undo.changed(text.get());
            take(ScenarioWriter.write(after));
            // What the reader refuses, such as a label that is disarmed before it is armed, is shown all the same.
            scenario.set(after);
            readable.set(true);
            version.set(version.get() + 1);
        }
    }

    void undo() {
        undo.back(text.get()).ifPresent(this::put);
    }

    void redo() {
        undo.forth(text.get()).ifPresent(this::put);
    }

    /** As it is in the file; undoing brings back what it was. */
    void revert() {
        if (canRevert()) {
            undo.changed(text.get());
            put(saved);
        }
    }

    /** The text stands in that file now. */
    void savedAs(Path place) {
        file = place;
        name.set(ScenarioReader.name(place));
        saved = text.get();
        put(saved);
    }

    private void put(String now) {
        take(now);
        version.set(version.get() + 1);
    }

    private void take(String now) {
        text.set(now);
        changed.set(!now.equals(saved));
        try {
            scenario.set(ScenarioReader.parse(name.get(), name.get(), now));
            problems.set(List.of());
            readable.set(true);
        } catch (ConfigException e) {
            problems.set(
                    e.problems().isEmpty() ? List.of(new Problem(name.get(), 0, "", String.valueOf(e.getMessage())))
                            : e.problems());
            readable.set(false);
        }
    }
}
