package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.controls.Unreadable;
import dev.socketscope.app.controls.Values;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.api.ReplayPlan.Selection;
import dev.socketscope.engine.api.ReplayPlan.Timing;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Sends captured messages once more. JavaFX thread only; needs no toolkit. */
final class ReplayModel {
    static final String TARGET = "connection";
    static final String SPEED = "speed";
    static final String GAP = "maxGap";

    private final Submit engine;
    private final ObjectProperty<FaultMatch> target = new SimpleObjectProperty<>(FaultMatch.ANY);
    private final ObjectProperty<@Nullable Direction> direction = new SimpleObjectProperty<>(null);
    private final ObjectProperty<Timing> timing = new SimpleObjectProperty<>(Timing.ORIGINAL);
    private final StringProperty speed = new SimpleStringProperty("1");
    private final StringProperty gap = new SimpleStringProperty(ReplayPlan.USUAL_GAP.toSeconds() + " s");
    private final Values values = new Values(key -> key.equals(SPEED) ? speed.get() : gap.get());
    private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper(Strings.of("composer.replay.nothing"));
    private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper();
    private final Problems problems = new Problems(TARGET, SPEED, GAP);
    private @Nullable String source;
    private List<Long> frames = List.of();

    ReplayModel(Submit engine) {
        this.engine = engine;
        speed.subscribe((before, now) -> problems.clear());
        gap.subscribe((before, now) -> problems.clear());
        target.subscribe((before, now) -> problems.clear());
    }

    /** Into which connection; one that names none while none is chosen. */
    ObjectProperty<FaultMatch> target() {
        return target;
    }

    /** Of a whole connection only what went this way; null for both. */
    ObjectProperty<@Nullable Direction> direction() {
        return direction;
    }

    ObjectProperty<Timing> timing() {
        return timing;
    }

    StringProperty speed() {
        return speed;
    }

    StringProperty gap() {
        return gap;
    }

    /** What would be replayed, in words. */
    ReadOnlyStringProperty what() {
        return what.getReadOnlyProperty();
    }

    /** Whether it is a whole connection, so that a direction can be chosen. */
    ReadOnlyBooleanProperty whole() {
        return whole.getReadOnlyProperty();
    }

    Problems problems() {
        return problems;
    }

    /**
     * Chooses the messages that some frames belong to.
     *
     * @param seqs numbers of the frames
     * @param into where they would go
     */
    void choose(List<Long> seqs, FaultMatch into) {
        source = null;
        frames = List.copyOf(seqs);
        whole.set(false);
        what.set(seqs.size() == 1 ? Strings.of("composer.replay.frame", Units.count(seqs.getFirst()))
                : Strings.of("composer.replay.frames", Units.count(seqs.size())));
        aim(into);
    }

    /** Chooses everything that the peers of a connection have sent. */
    void choose(String connection, FaultMatch into) {
        source = connection;
        frames = List.of();
        whole.set(true);
        what.set(Strings.of("composer.replay.connection", connection));
        aim(into);
    }

    void start() {
        problems.clear();
        String into = target.get().connection();
        if (into == null) {
            problems.tell(TARGET, Strings.of("composer.choose"));
            return;
        }
        plan().ifPresent(plan -> engine.submit(new Command.StartReplay(into, plan), reply -> {
            if (reply instanceof Reply.Refused refused) {
                problems.tell(refused.reason());
            }
        }));
    }

    /** @param id of a replay, whoever has begun it */
    void cancel(String id) {
        engine.submit(new Command.CancelReplay(id), reply -> {});
    }

    void cancelAll() {
        engine.submit(new Command.CancelReplays(), reply -> {});
    }

    private void aim(FaultMatch into) {
        target.set(into);
        problems.clear();
    }

    private Optional<ReplayPlan> plan() {
        String from = source;
        if (from == null && frames.isEmpty()) {
            problems.tell(Problems.GENERAL, Strings.of("composer.replay.choose"));
            return Optional.empty();
        }
        try {
            Selection selection = from == null ? new Selection.Frames(frames)
                    : new Selection.Range(from, 0, Long.MAX_VALUE, direction.get());
            ReplayPlan usual = ReplayPlan.of(selection);
            return Optional.of(timing.get() == Timing.NONE ? usual.withoutGaps()
                    : new ReplayPlan(selection, Timing.ORIGINAL, speedUp(), values.span(GAP)));
        } catch (Unreadable | InvalidFaultException e) {
            problems.tell(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private double speedUp() {
        try {
            return Double.parseDouble(speed.get().strip());
        } catch (NumberFormatException _) {
            throw new Unreadable(SPEED, speed.get(), Strings.of("composer.replay.speed.expected"));
        }
    }
}
