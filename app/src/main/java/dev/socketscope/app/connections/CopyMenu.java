package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Menu items that copy the chosen connections in one form or another, a line for each. */
final class CopyMenu {
    private final CheckMenuItem secrets = new CheckMenuItem(Strings.of("copy.secrets"));
    private final Supplier<List<LiveConnection>> chosen;
    private final ConnectionActions actions;

    CopyMenu(ConnectionActions actions, Supplier<List<LiveConnection>> chosen) {
        this.actions = actions;
        this.chosen = chosen;
    }

    List<MenuItem> items() {
        MenuItem id = new MenuItem(Strings.of("copy.id"));
        id.setId("copy-id");
        id.setOnAction(e -> actions.copy(chosen.get(), connection -> connection.id()));
        return List.of(id, item("copy.url", CopyAs::url), new SeparatorMenuItem(), item("copy.curl", CopyAs::curl),
                item("copy.wscat", CopyAs::wscat), item("copy.websocat", CopyAs::websocat), new SeparatorMenuItem(),
                secrets);
    }

    private MenuItem item(String key, Function<CopyAs, String> form) {
        MenuItem item = new MenuItem(Strings.of(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> actions.copy(chosen.get(),
                connection -> form.apply(new CopyAs(connection, secrets.isSelected()))));
        return item;
    }
}
