package dev.socketscope.app;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.D;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.F3;
import static javafx.scene.input.KeyCode.F8;
import static javafx.scene.input.KeyCode.F9;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.Z;

import dev.socketscope.app.actions.PlaceKey;
import dev.socketscope.app.actions.Shortcut;
import dev.socketscope.app.controls.Strings;
import java.util.List;

/** The keys that single places see to themselves, for the overview of all keys. */
final class PlaceKeys {
    private PlaceKeys() {}

    static List<PlaceKey> all() {
        return List.of(key("tables", "open", Shortcut.plain(ENTER)), key("tables", "delete", Shortcut.plain(DELETE)),
                key("tables", "copy", Shortcut.command(C)), key("search", "search", Shortcut.plain(ENTER)),
                key("search", "clear", Shortcut.plain(ESCAPE)), key("frames", "next", Shortcut.plain(F3)),
                key("frames", "previous", Shortcut.plain(F3).shifted()), key("frames", "end", Shortcut.plain(END)),
                new PlaceKey(place("payload"), title("payload", "find"), Shortcut.command(F), "search.find"),
                key("charts", "hold", Shortcut.plain(SPACE)), key("charts", "follow", Shortcut.plain(END)),
                key("charts", "walk", Shortcut.plain(LEFT).shifted()), key("charts", "frames", Shortcut.plain(ENTER)),
                key("payload", "copy", Shortcut.command(C)), key("payload", "path", Shortcut.command(C).shifted()),
                key("payload", "all", Shortcut.command(A)), key("composer", "send", Shortcut.command(ENTER)),
                key("composer", "forward", Shortcut.plain(F8)),
                key("composer", "forward-all", Shortcut.plain(F8).shifted()),
                key("composer", "drop", Shortcut.plain(F9)),

                key("favourites", "rename", Shortcut.plain(F2)),
                key("favourites", "up", Shortcut.command(UP)), key("favourites", "down", Shortcut.command(DOWN)),
                key("scenarios", "run", Shortcut.command(R)), key("scenarios", "save", Shortcut.command(S)),
                new PlaceKey(place("scenarios"), title("scenarios", "undo"), Shortcut.command(Z), "window.undo"),
                key("scenarios", "redo", Shortcut.command(Z).shifted()),
                key("scenarios", "duplicate", Shortcut.command(D)));
    }

    private static PlaceKey key(String place, String what, Shortcut shortcut) {
        return new PlaceKey(place(place), title(place, what), shortcut);
    }

    private static String place(String place) {
        return Strings.of("keys.place." + place);
    }

    private static String title(String place, String what) {
        return Strings.of("keys." + place + "." + what);
    }
}
