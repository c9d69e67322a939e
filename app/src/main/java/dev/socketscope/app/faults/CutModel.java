package dev.socketscope.app.faults;

import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** Takes links down, and brings them back. */
final class CutModel {
    /** The field that says after how long a link comes back by itself. */
    static final String RESTORE_AFTER = "duration";

    private final Submit engine;
    private final ObservableValue<FaultMatch> target;
    private final Draft draft = new Draft(FaultType.CUT);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<FaultStatus>> cuts = new ReadOnlyObjectWrapper<>(List.of());

    /** @param target whose links */
    CutModel(Submit engine, ObservableValue<FaultMatch> target) {
        this.engine = engine;
        this.target = target;
        draft.onChange(() -> problem.set(""));
    }

    /** Which leg, how, and for how long. */
    Draft draft() {
        return draft;
    }

    ObservableValue<FaultMatch> target() {
        return target;
    }

    /** Why nothing was cut; empty when there is no reason. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is down now, whoever has cut it, the oldest first. */
    ReadOnlyObjectProperty<List<FaultStatus>> cuts() {
        return cuts.getReadOnlyProperty();
    }

    void cutNow() {
        problem.set("");
        try {
            engine.submit(new Command.ArmFault(draft.fault(target.getValue())), reply -> {
                if (reply instanceof Reply.Refused refused) {
                    problem.set(refused.reason());
                }
            });
        } catch (IllegalArgumentException e) {
            problem.set(String.valueOf(e.getMessage()));
        }
    }

    /** Brings everything back that is down. */
    void restore() {
        cuts.get().forEach(cut -> engine.submit(new Command.DisarmFault(cut.armed().id()), reply -> {}));
    }

    void follow(Readings readings) {
        List<FaultStatus> now = readings.faults()
                .stream()
                .filter(status -> status.armed().spec() instanceof EndingFault.Cut)
                .toList();
        if (!now.equals(cuts.get())) {
            cuts.set(now);
        }
    }
}
