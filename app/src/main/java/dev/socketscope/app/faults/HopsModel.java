package dev.socketscope.app.faults;

import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** Hops made of several faults. They are known by their faults' label, so that one that others have armed is seen, too. */
final class HopsModel {
    private final Submit engine;
    private final ObservableValue<FaultMatch> target;
    private final ReadOnlyObjectWrapper<Set<FaultPreset>> armed = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Readings latest = Readings.NONE;

    /** @param target which connections are to pass a hop */
    HopsModel(Submit engine, ObservableValue<FaultMatch> target) {
        this.engine = engine;
        this.target = target;
    }

    ObservableValue<FaultMatch> target() {
        return target;
    }

    /** Those of which any fault is armed. */
    ReadOnlyObjectProperty<Set<FaultPreset>> armed() {
        return armed.getReadOnlyProperty();
    }

    /** Why a hop was not armed; empty when there is no reason. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** All of a hop or nothing of it. */
    void arm(FaultPreset preset) {
        problem.set("");
        List<Fault> faults = preset.faults(target.getValue());
        List<String> ids = new ArrayList<>();
        for (Fault fault : faults) {
            engine.submit(new Command.ArmFault(fault), reply -> {
                switch (reply) {
                    case Reply.Armed done -> ids.add(done.id());
                    case Reply.Refused refused -> problem.set(refused.reason());
                    case Reply.Done done -> problem.set(done.message());
                }
                if (!problem.get().isEmpty()) {
                    ids.forEach(this::disarm);
                    ids.clear();
                }
            });
        }
    }

    void disarm(FaultPreset preset) {
        problem.set("");
        faults(preset).map(ArmedFault::id).forEach(this::disarm);
    }

    void follow(Readings readings) {
        latest = readings;
        Set<FaultPreset> now = Stream.of(FaultPreset.values())
                .filter(preset -> faults(preset).findAny().isPresent())
                .collect(Collectors.toUnmodifiableSet());
        if (!now.equals(armed.get())) {
            armed.set(now);
        }
    }

    private Stream<ArmedFault> faults(FaultPreset preset) {
        return latest.faults()
                .stream()
                .map(FaultStatus::armed)
                .filter(each -> each.fault().label().equals(preset.wireName()));
    }

    private void disarm(String id) {
        engine.submit(new Command.DisarmFault(id), reply -> {});
    }
}
