package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What can be done to the chosen connection; a right click chooses it first. */
final class ConnectionMenu extends ContextMenu {
    ConnectionMenu(ConnectionActions actions, Selection selection, Runnable askHowToCut, Runnable chooseFaults,
            Consumer<String> send, Consumer<String> replay) {
        MenuItem cut = new MenuItem(Strings.of("cut"), Icons.of(Feather.SCISSORS));
        cut.setId("menu-cut");
        cut.setOnAction(e -> askHowToCut.run());
        MenuItem faults = new MenuItem(Strings.of("break"), Icons.of(Feather.ZAP));
        faults.setId("menu-break");
        faults.setOnAction(e -> chooseFaults.run());
        MenuItem filter = new MenuItem(Strings.of("filter.to"), Icons.of(Feather.FILTER));
        filter.setId("menu-filter");
        filter.setOnAction(e -> {
            LiveConnection connection = selection.connection().get();
            if (connection != null) {
                actions.filterTo(connection);
            }
        });
        MenuItem sending = item("send", Feather.SEND, selection, send);
        MenuItem replaying = item("replay", Feather.ROTATE_CW, selection, replay);
        getItems().addAll(cut, faults, sending, replaying, filter, new SeparatorMenuItem());
        getItems().addAll(new CopyMenu(actions, selection.connection()::get).items());
        setOnShowing(e -> {
            LiveConnection connection = selection.connection().get();
            cut.setDisable(connection == null || !connection.connection().live());
            faults.setDisable(cut.isDisable());
            sending.setDisable(cut.isDisable());
            replaying.setDisable(connection == null);
        });
    }

    private static MenuItem item(String id, Ikon icon, Selection selection, Consumer<String> action) {
        MenuItem item = new MenuItem(Strings.of("connection." + id), Icons.of(icon));
        item.setId("menu-" + id);
        item.setOnAction(e -> {
            LiveConnection connection = selection.connection().get();
            if (connection != null) {
                action.accept(connection.id());
            }
        });
        return item;
    }
}
