package dev.socketscope.app.settings;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.EngineInfo;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** The panel of settings; every change takes effect at once. */
public final class SettingsPanel {
    private SettingsPanel() {}

    public static List<Action> actions(Appearance appearance) {
        return new LookActions(appearance).all();
    }

    public static PanelSlot create(Appearance appearance, EngineInfo engine) {
        return new PanelSlot("settings", Strings.of("settings.title"), Feather.SETTINGS,
                Fxml.load("settings", new SettingsController(appearance, engine)));
    }
}
