package dev.socketscope.app.faults;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import java.util.Arrays;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** To what faults are applied from now on: which connections, which way, how often. */
final class ScopeBar extends HBox {
    // A combo box that is to prefer its content's width prefers the width that it happens to have.
    private static final double TARGET = 260;
    private static final double DIRECTION = 168;

    private final FaultsModel model;
    private final Supplier<Targets> targets;
    private final ComboBox<Targets.Choice> target = new ComboBox<>();
    private final ComboBox<Way> direction = new ComboBox<>();

    /** @param direction null for both */
    private record Way(@Nullable Direction direction) {
        @Override
        public String toString() {
            return Strings.of(direction == null ? "faults.both" : "faults." + direction.wireName());
        }
    }

    /** @param targets what there is now to be chosen */
    ScopeBar(FaultsModel model, Supplier<Targets> targets) {
        this.model = model;
        this.targets = targets;
        getStyleClass().addAll("panel-header", "fault-scope-bar");
        setAlignment(Pos.CENTER_LEFT);
        fillTargets();
        fillDirections();
        getChildren().addAll(title(), Sections.hint("faults.apply"), target, direction, FitLine.gap(),
                Sections.hint("fault.part.probability"));
        getChildren().addAll(probability());
    }

    private void fillTargets() {
        target.setId("faults-target");
        target.setAccessibleText(Strings.of("faults.target"));
        target.setConverter(new StringConverter<>() {
            @Override
            public String toString(Targets.@Nullable Choice choice) {
                return choice == null ? "" : choice.words();
            }

            @Override
            public Targets.Choice fromString(String words) {
                throw new UnsupportedOperationException(words);
            }
        });
        target.setPrefWidth(TARGET);
        target.setMinWidth(160);
        target.setTooltip(new Tooltip());
        target.setOnShowing(e -> refill());
        target.valueProperty().subscribe(choice -> {
            if (choice != null && !choice.match().equals(model.target().get())) {
                model.target().set(choice.match());
            }
        });
        model.target().subscribe(this::show);
    }

    private void refill() {
        Targets now = targets.get();
        target.getTooltip()
                .setText(now.left() == 0 ? Strings.of("faults.target")
                        : Strings.of("faults.target.left", Units.count(now.left())));
        Targets.Choice chosen = target.getValue();
        target.getItems().setAll(now.choices());
        if (!now.choices().contains(chosen)) {
            target.getItems().add(1, chosen);
        }
        target.setValue(chosen);
    }

    private void show(FaultMatch match) {
        target.setValue(targets.get()
                .choices()
                .stream()
                .filter(choice -> choice.match().equals(match))
                .findFirst()
                .orElseGet(() -> Targets.of(match)));
    }

    private void fillDirections() {
        direction.setId("faults-direction");
        direction.setAccessibleText(Strings.of("faults.direction"));
        direction.setMinWidth(DIRECTION);
        direction.setPrefWidth(DIRECTION);
        direction.getItems().add(new Way(null));
        Arrays.stream(Direction.values()).map(Way::new).forEach(direction.getItems()::add);
        direction.valueProperty().subscribe(way -> model.direction().set(way == null ? null : way.direction()));
        model.direction().subscribe(now -> direction.setValue(new Way(now)));
    }

    private Node[] probability() {
        ValueSlider slider = new ValueSlider(Scale.of(Quantity.SHARE, "0.1 %", "100 %"), model.probability(),
                Strings.of("fault.part.probability"));
        slider.setId("faults-probability-slider");
        HBox.setHgrow(slider, Priority.SOMETIMES);
        slider.setMaxWidth(160);
        ValueField field = new ValueField(Quantity.SHARE, model.probability(), false);
        field.setId("faults-probability");
        field.setAccessibleText(Strings.of("fault.part.probability"));
        return new Node[]{slider, field};
    }

    private static Label title() {
        Label title = new Label(Strings.of("faults.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return title;
    }
}
