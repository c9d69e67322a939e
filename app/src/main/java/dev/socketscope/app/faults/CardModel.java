package dev.socketscope.app.faults;

import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One type of fault: what is set, and whether it is armed. While it is not, it follows the scope that is chosen for all; once armed it
 * keeps its own, and whatever is set acts as soon as it rests.
 */
final class CardModel {
    private final Draft draft;
    private final Armament armament;
    private final Consumer<Runnable> rest;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<FaultMatch> scope = new ReadOnlyObjectWrapper<>(FaultMatch.ANY);

    /** @param rest runs the newest of its tasks once no other has come for a moment */
    CardModel(Draft draft, Submit engine, InstantSource clock, Consumer<Runnable> rest) {
        this.draft = draft;
        this.rest = rest;
        armament = new Armament(engine, clock);
        armament.refusal().subscribe(problem::set);
        draft.onChange(this::changed);
    }

    Draft draft() {
        return draft;
    }

    ReadOnlyBooleanProperty on() {
        return armament.on();
    }

    /** What is wrong with what is set; empty when nothing is. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the engine warned of, or why the fault is over; may be empty. */
    ReadOnlyStringProperty note() {
        return armament.note();
    }

    /** Where it is armed, or would be. */
    ReadOnlyObjectProperty<FaultMatch> scope() {
        return scope.getReadOnlyProperty();
    }

    /** Takes over what is chosen for all, unless it is armed. */
    void aim(FaultMatch chosen, String probability) {
        if (!on().get()) {
            scope.set(draft.usable(chosen));
            if (draft.useless(Draft.PROBABILITY).isEmpty()) {
                draft.text(Draft.PROBABILITY).set(probability);
            }
        }
    }

    /** Arms what is set, or disarms it. It stays off when there can be no such fault. */
    void turn(boolean armed) {
        problem.set("");
        armament.want(armed ? build() : null);
    }

    void follow(LiveState state) {
        armament.follow(state);
    }

    private void changed() {
        if (on().get()) {
            rest.accept(this::apply);
        } else {
            problem.set("");
        }
    }

    /** What cannot be leaves armed what was. */
    private void apply() {
        if (on().get()) {
            problem.set("");
            Fault fault = build();
            if (fault != null) {
                armament.want(fault);
            }
        }
    }

    private @Nullable Fault build() {
        try {
            return draft.fault(scope.get());
        } catch (IllegalArgumentException e) {
            problem.set(String.valueOf(e.getMessage()));
            return null;
        }
    }
}
