package dev.socketscope.app.scope;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.FaultMatch;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses connections. What there is to choose from is asked for each time the list opens. */
public final class TargetBox extends ComboBox<Targets.Choice> {
    // A combo box that is to prefer its content's width prefers the width that it happens to have.
    private static final double WIDTH = 260;
    private static final double LEAST = 160;

    private final Supplier<Targets> targets;
    private final ObjectProperty<FaultMatch> chosen;
    private final String name;

    /**
     * @param name for whoever cannot see what it stands beside
     * @param targets what there is now to be chosen
     * @param chosen what is chosen, which need not be among them any more
     */
    public TargetBox(String name, Supplier<Targets> targets, ObjectProperty<FaultMatch> chosen) {
        this.name = name;
        this.targets = targets;
        this.chosen = chosen;
        setAccessibleText(name);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Targets.@Nullable Choice choice) {
                return choice == null ? "" : choice.words();
            }

            @Override
            public Targets.Choice fromString(String words) {
                throw new UnsupportedOperationException(words);
            }
        });
        setPrefWidth(WIDTH);
        setMinWidth(LEAST);
        setTooltip(new Tooltip());
        setOnShowing(e -> refill());
        valueProperty().subscribe(choice -> {
            if (choice != null && !choice.match().equals(chosen.get())) {
                chosen.set(choice.match());
            }
        });
        chosen.subscribe(this::follow);
    }

    private void refill() {
        Targets now = targets.get();
        getTooltip().setText(now.left() == 0 ? name
                : Strings.of("scope.target.left", Units.count(now.left())));
        Targets.Choice before = getValue();
        getItems().setAll(now.choices());
        if (!now.choices().contains(before)) {
            getItems().add(1, before);
        }
        setValue(before);
    }

    private void follow(FaultMatch match) {
        setValue(targets.get()
                .choices()
                .stream()
                .filter(choice -> choice.match().equals(match))
                .findFirst()
                .orElseGet(() -> Targets.of(match)));
    }
}
