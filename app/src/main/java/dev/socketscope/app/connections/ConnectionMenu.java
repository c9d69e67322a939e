package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What can be done to the chosen connections; a right click beside them chooses another one first. */
final class ConnectionMenu extends ContextMenu {
    private static final Predicate<List<LiveConnection>> ANY_LIVE = all -> !ConnectionActions.live(all).isEmpty();
    private static final Predicate<List<LiveConnection>> ONE = all -> all.size() == 1;

    /** @param useful whether it can be done to all that are chosen together */
    private record Entry(String id, MenuItem item, Predicate<List<LiveConnection>> useful) {
        void tell(List<LiveConnection> chosen) {
            item.setDisable(!useful.test(chosen));
            item.setText(chosen.size() == 1 ? Strings.of("menu." + id)
                    : Strings.of("menu." + id + ".all", Units.count(chosen.size())));
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    ConnectionMenu(Supplier<List<LiveConnection>> chosen, ConnectionActions actions, ChosenActions asking) {
        add("cut", Feather.SCISSORS, ANY_LIVE, asking::cut);
        add("disconnect", Feather.LOG_OUT, ANY_LIVE, asking::disconnect);
        add("latency", Feather.CLOCK, ANY_LIVE, asking::latency);
        add("break", Feather.ZAP, ONE.and(ANY_LIVE), asking::breakIt);
        getItems().add(new SeparatorMenuItem());
        add("send", Feather.SEND, ONE.and(ANY_LIVE), asking::send);
        add("replay", Feather.ROTATE_CW, ONE, asking::replay);
        add("hold-again", Feather.REPEAT, ONE, asking::holdAgain);
        add("open-as", Feather.LINK, ONE, asking::openAs);
        getItems().add(new SeparatorMenuItem());
        add("filter", Feather.FILTER, all -> !all.isEmpty() && all.size() <= ConnectionActions.MOST_IN_FILTER,
                () -> actions.filterTo(chosen.get()));
        add("export", Feather.GRID, all -> !all.isEmpty(), () -> actions.export(chosen.get()));
        getItems().add(traffic(chosen, actions));
        getItems().add(new SeparatorMenuItem());
        getItems().addAll(new CopyMenu(actions, chosen).items());
        setOnShowing(e -> entries.forEach(entry -> entry.tell(chosen.get())));
    }

    private static Menu traffic(Supplier<List<LiveConnection>> chosen, ConnectionActions actions) {
        Menu menu = new Menu(Strings.of("export"), Icons.of(Feather.DOWNLOAD));
        menu.setId("menu-traffic");
        menu.getItems().setAll(actions.exports(chosen));
        return menu;
    }

    private void add(String id, Ikon icon, Predicate<List<LiveConnection>> useful, Runnable action) {
        MenuItem item = new MenuItem("", Icons.of(icon));
        item.setId("menu-" + id);
        item.setOnAction(e -> action.run());
        getItems().add(item);
        entries.add(new Entry(id, item, useful));
    }
}
