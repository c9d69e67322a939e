package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.EngineInfo;
import org.kordamp.ikonli.feather.Feather;

/** The panel of settings; every change takes effect at once. */
public final class SettingsPanel {
    private SettingsPanel() {}

    public static PanelSlot create(Appearance appearance, EngineInfo engine) {
        return new PanelSlot("settings", Strings.of("settings.title"), Feather.SETTINGS,
                Fxml.load("settings", new SettingsController(appearance, engine)));
    }
}
