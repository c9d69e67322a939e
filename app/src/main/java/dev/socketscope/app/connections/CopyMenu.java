package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** Menu items that copy the chosen connection in one form or another. */
final class CopyMenu {
    /** One of the forms. */
    @FunctionalInterface
    private interface Form {
        void copy(LiveConnection connection, boolean secrets);
    }

    private final CheckMenuItem secrets = new CheckMenuItem(Strings.of("copy.secrets"));
    private final Supplier<@Nullable LiveConnection> chosen;
    private final ConnectionActions actions;

    CopyMenu(ConnectionActions actions, Supplier<@Nullable LiveConnection> chosen) {
        this.actions = actions;
        this.chosen = chosen;
    }

    List<MenuItem> items() {
        return List.of(item("copy.id", (connection, open) -> actions.copyId(connection)),
                item("copy.url", actions::copyUrl), new SeparatorMenuItem(), item("copy.curl", actions::copyCurl),
                item("copy.wscat", actions::copyWscat), item("copy.websocat", actions::copyWebsocat),
                new SeparatorMenuItem(), secrets);
    }

    private MenuItem item(String key, Form form) {
        MenuItem item = new MenuItem(Strings.of(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> {
            LiveConnection connection = chosen.get();
            if (connection != null) {
                form.copy(connection, secrets.isSelected());
            }
        });
        return item;
    }
}
