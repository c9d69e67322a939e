package dev.socketscope.app.settings;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Appearance.Density;
import dev.socketscope.app.controls.Appearance.Theme;
import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Engines;
import dev.socketscope.engine.api.EngineInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
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
    private ComboBox<String> dataFont;
    @FXML
    private Slider dataSize;
    @FXML
    private Label dataSizeValue;
    @FXML
    private Label sample;
    @FXML
    private ComboBox<Integer> events;
    @FXML
    private CheckBox reopen;
    @FXML
    private Node reset;
    @FXML
    private GridPane bounds;

    private final Appearance appearance;
    private final Supplier<EngineInfo> engine;
    private final Retention retention;
    private final Undoing undoing;
    private final Engines engines;

    SettingsController(Appearance appearance, Supplier<EngineInfo> engine, Engines engines, Retention retention,
            Undoing undoing) {
        this.appearance = appearance;
        this.engines = engines;
        this.retention = retention;
        this.undoing = undoing;
        this.engine = engine;
    }

    @FXML
    private void initialize() {
        choices(theme, Theme.values(), appearance.theme());
        choices(density, Density.values(), appearance.density());
        size(fontSize, fontSizeValue, appearance.fontSize());
        size(dataSize, dataSizeValue, appearance.dataSize());
        dataFont.getItems().setAll(appearance.dataFont().get());
        dataFont.valueProperty().bindBidirectional(appearance.dataFont());
        // Only when it is wanted: it measures every font of the system.
        dataFont.setOnShowing(e -> families());
        sample.setText(Strings.of("settings.data.sample"));
        events.getItems().setAll(Retention.CHOICES);
        events.setConverter(new CountConverter());
        events.valueProperty().bindBidirectional(retention.events());
        reopen.setSelected(engines.reopening());
        reopen.setOnAction(e -> engines.reopening(reopen.isSelected()));
        // A file that is reloaded changes them.
        Sight.whenShown(bounds, this::showBounds);
    }

    private void families() {
        if (dataFont.getItems().size() == 1) {
            String now = appearance.dataFont().get();
            List<String> all = new ArrayList<>(Fonts.ofOneWidth());
            if (!all.contains(now)) {
                all.add(now);
            }
            dataFont.getItems().setAll(all);
            appearance.dataFont().set(now);
        }
    }

    private static void size(Slider slider, Label value, IntegerProperty size) {
        slider.setMin(Appearance.SMALLEST_FONT);
        slider.setMax(Appearance.LARGEST_FONT);
        slider.valueProperty().bindBidirectional(size);
        value.textProperty().bind(size.map(pixels -> Strings.of("settings.px", pixels.toString())));
    }

    @FXML
    private void resetLook() {
        undoing.done(reset, Strings.of("settings.were.reset"), both(appearance.reset(), retention.reset()));
    }

    private static Runnable both(Runnable some, Runnable others) {
        return () -> {
            some.run();
            others.run();
        };
    }

    private void showBounds() {
        bounds.getChildren().clear();
        EngineBounds.of(engine.get()).forEach(this::bound);
    }

    private void bound(EngineBounds.Bound bound) {
        Label name = new Label(Strings.of("bound." + bound.key()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label key = new Label(bound.key());
        key.getStyleClass().addAll("data", "muted");
        Label value = new Label(bound.value());
        value.getStyleClass().add("figures");
        Label acts = new Label(bound.acts().text());
        acts.getStyleClass().add("muted");
        acts.setMinWidth(Region.USE_PREF_SIZE);
        acts.setId("bound-" + bound.key().replace('.', '-') + "-acts");
        bounds.addRow(bounds.getRowCount(), name, key, value, acts,
                new CopyButton(Strings.of("settings.copy.key"), bound::line));
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
