package dev.socketscope.app.settings;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.Shortcut;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Appearance.Density;
import dev.socketscope.app.controls.Appearance.Theme;
import dev.socketscope.app.controls.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Theme, density and text size by name and by key. */
final class LookActions {
    private final Appearance appearance;

    LookActions(Appearance appearance) {
        this.appearance = appearance;
    }

    List<Action> all() {
        List<Action> actions = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            actions.add(Action.of("view.theme." + name, Group.VIEW, Strings.of("action.theme." + name), icon(theme),
                    () -> appearance.theme().set(theme))
                    .when(() -> appearance.theme().get() != theme, Strings.of("action.is.so")));
        }
        for (Density density : Density.values()) {
            String name = density.name().toLowerCase(Locale.ROOT);
            actions.add(Action.of("view.density." + name, Group.VIEW, Strings.of("action.density." + name),
                    density == Density.COMPACT ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2,
                    () -> appearance.density().set(density))
                    .when(() -> appearance.density().get() != density, Strings.of("action.is.so")));
        }
        actions.add(size("larger", Feather.ZOOM_IN, 1).on(Shortcut.command(KeyCode.EQUALS)));
        actions.add(size("smaller", Feather.ZOOM_OUT, -1).on(Shortcut.command(KeyCode.MINUS)));
        return actions;
    }

    private Action size(String name, Feather icon, int by) {
        return Action.of("view.text." + name, Group.VIEW, Strings.of("action.text." + name), icon,
                () -> appearance.fontSize().set(appearance.fontSize().get() + by)).when(() -> {
                    int next = appearance.fontSize().get() + by;
                    return next >= Appearance.SMALLEST_FONT && next <= Appearance.LARGEST_FONT;
                }, Strings.of("action.text." + name + ".not"));
    }

    private static Feather icon(Theme theme) {
        return switch (theme) {
            case DARK -> Feather.MOON;
            case LIGHT -> Feather.SUN;
            case SYSTEM -> Feather.MONITOR;
        };
    }
}
