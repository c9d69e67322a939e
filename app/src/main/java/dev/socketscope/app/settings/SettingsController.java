package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Appearance.Density;
import dev.socketscope.app.controls.Appearance.Theme;
import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.EngineInfo;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.SegmentedButton;

/** Binds the form to the look of the window, and lists the engine's bounds beside their keys in the configuration. */
public final class SettingsController {
    @FXML
    private SegmentedButton theme;
    @FXML
    private SegmentedButton density;
    @FXML
    private Slider fontSize;
    @FXML
    private Label fontSizeValue;
    @FXML
    private GridPane bounds;

    private final Appearance appearance;
    private final EngineInfo engine;

    SettingsController(Appearance appearance, EngineInfo engine) {
        this.appearance = appearance;
        this.engine = engine;
    }

    @FXML
    private void initialize() {
        choices(theme, Theme.values(), appearance.theme());
        choices(density, Density.values(), appearance.density());
        fontSize.setMin(Appearance.SMALLEST_FONT);
        fontSize.setMax(Appearance.LARGEST_FONT);
        fontSize.valueProperty().bindBidirectional(appearance.fontSize());
        fontSizeValue.textProperty()
                .bind(appearance.fontSize().map(size -> Strings.of("settings.px", size.toString())));
        EngineBounds.of(engine).forEach(this::bound);
    }

    @FXML
    private void reset() {
        appearance.reset();
    }

    private void bound(EngineBounds.Bound bound) {
        Label name = new Label(Strings.of("bound." + bound.key()));
        Label key = new Label(bound.key());
        key.getStyleClass().addAll("data", "muted");
        Label value = new Label(bound.value());
        value.getStyleClass().add("figures");
        bounds.addRow(bounds.getRowCount(), name, key, value,
                new CopyButton(Strings.of("settings.copy.key"), () -> bound.key() + ": " + bound.value()));
    }

    private static <E extends Enum<E>> void choices(SegmentedButton buttons, E[] values, ObjectProperty<E> property) {
        ToggleGroup group = new ToggleGroup();
        buttons.setToggleGroup(group);
        for (E value : values) {
            String name = value.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(Strings.of("settings." + name));
            button.setId("settings-" + name);
            button.setUserData(value);
            button.setOnAction(e -> {
                button.setSelected(true);
                property.set(value);
            });
            buttons.getButtons().add(button);
            property.subscribe(now -> button.setSelected(now == value));
        }
    }
}
