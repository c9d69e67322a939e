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
    ConnectionMenu(ConnectionActions actions, Selection selection, Runnable askHowToCut, ConnectionWishes wishes) {
        MenuItem cut = new MenuItem(Strings.of("cut"), Icons.of(Feather.SCISSORS));
        cut.setId("menu-cut");
        cut.setOnAction(e -> askHowToCut.run());
        MenuItem faults = item("break", "break", Feather.ZAP, selection, c -> wishes.breakIt().accept(c.id()));
        MenuItem sending = item("send", "connection.send", Feather.SEND, selection, c -> wishes.send().accept(c.id()));
        MenuItem replaying = item("replay", "connection.replay", Feather.ROTATE_CW, selection,
                c -> wishes.replay().accept(c.id()));
        MenuItem opening = item("open-as", "connection.open", Feather.LINK, selection,
                c -> wishes.openAs().accept(c.id()));
        MenuItem filter = item("filter", "filter.to", Feather.FILTER, selection, actions::filterTo);
        getItems().addAll(cut, faults, sending, replaying, opening, filter, new SeparatorMenuItem());
        getItems().addAll(new CopyMenu(actions, selection.connection()::get).items());
        setOnShowing(e -> {
            LiveConnection connection = selection.connection().get();
            cut.setDisable(connection == null || !connection.connection().live());
            faults.setDisable(cut.isDisable());
            sending.setDisable(cut.isDisable());
            replaying.setDisable(connection == null);
            opening.setDisable(connection == null);
        });
    }

    private static MenuItem item(String id, String text, Ikon icon, Selection selection,
            Consumer<LiveConnection> action) {
        MenuItem item = new MenuItem(Strings.of(text), Icons.of(icon));
        item.setId("menu-" + id);
        item.setOnAction(e -> {
            LiveConnection connection = selection.connection().get();
            if (connection != null) {
                action.accept(connection);
            }
        });
        return item;
    }
}
