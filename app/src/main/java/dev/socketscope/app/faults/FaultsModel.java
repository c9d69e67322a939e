package dev.socketscope.app.faults;

import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Everything that the panel shows and does. JavaFX thread only; needs no toolkit. */
final class FaultsModel {
    private final ObjectProperty<FaultMatch> target = new SimpleObjectProperty<>(FaultMatch.ANY);
    private final ObjectProperty<@Nullable Direction> direction = new SimpleObjectProperty<>(null);
    private final StringProperty probability = new SimpleStringProperty("100 %");
    private final List<CardModel> cards;
    private final CutModel cut;
    private final HopsModel hops;
    private final Submit engine;

    /** @param rests gives each card its own way to wait until what is set rests, see {@link CardModel} */
    FaultsModel(Submit engine, InstantSource clock, Supplier<Consumer<Runnable>> rests) {
        this.engine = engine;
        cards = Stream.of(FaultType.values())
                .map(type -> new CardModel(new Draft(type), engine, clock, rests.get()))
                .toList();
        cut = new CutModel(engine, target);
        hops = new HopsModel(engine, target);
        target.subscribe(this::aim);
        direction.subscribe(this::aim);
        probability.subscribe(this::aim);
        cards.forEach(card -> card.on().subscribe(this::aim));
    }

    /** Which connections are meant. */
    ObjectProperty<FaultMatch> target() {
        return target;
    }

    /** Null for both. */
    ObjectProperty<@Nullable Direction> direction() {
        return direction;
    }

    StringProperty probability() {
        return probability;
    }

    /** One for each type, in the order of the types. */
    List<CardModel> cards() {
        return cards;
    }

    CutModel cut() {
        return cut;
    }

    HopsModel hops() {
        return hops;
    }

    /** @param id of an armed fault, whoever has armed it */
    void disarm(String id) {
        engine.submit(new Command.DisarmFault(id), reply -> {});
    }

    void follow(LiveState state) {
        cards.forEach(card -> card.follow(state));
        cut.follow(state.readings());
        hops.follow(state.readings());
    }

    private void aim() {
        FaultMatch scope = target.get().going(direction.get());
        cards.forEach(card -> card.aim(scope, probability.get()));
    }
}
