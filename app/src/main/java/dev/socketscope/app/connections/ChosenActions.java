package dev.socketscope.app.connections;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Command;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** What the palette can do with the chosen connection. */
final class ChosenActions {
    private static final int GOING_AWAY = 1001;

    private final ConnectionActions actions;
    private final Selection selection;
    private final ConnectionWishes wishes;

    ChosenActions(ConnectionActions actions, Selection selection, ConnectionWishes wishes) {
        this.actions = actions;
        this.selection = selection;
        this.wishes = wishes;
    }

    List<Action> all() {
        return List.of(
                live("cut", Feather.SCISSORS, connection -> actions.cut(new Command.EndConnection(connection.id(),
                        Command.Legs.BOTH, Command.Mode.CLOSE, GOING_AWAY, ""), reply -> {})),
                live("break", Feather.ZAP, connection -> wishes.breakIt().accept(connection.id())),
                live("send", Feather.SEND, connection -> wishes.send().accept(connection.id())),
                any("replay", Feather.REWIND, connection -> wishes.replay().accept(connection.id())),
                any("filter", Feather.FILTER, actions::filterTo),
                any("copy-id", Feather.COPY, actions::copyId),
                any("copy-url", Feather.COPY, connection -> actions.copyUrl(connection, false)),
                any("copy-curl", Feather.COPY, connection -> actions.copyCurl(connection, false)),
                any("copy-wscat", Feather.COPY, connection -> actions.copyWscat(connection, false)),
                any("copy-websocat", Feather.COPY, connection -> actions.copyWebsocat(connection, false)));
    }

    private Action live(String name, Feather icon, Consumer<LiveConnection> task) {
        return any(name, icon, task).unless(() -> {
            LiveConnection chosen = selection.connection().get();
            return chosen == null ? Strings.of("action.chosen.none")
                    : chosen.connection().live() ? "" : Strings.of("action.chosen.over");
        });
    }

    private Action any(String name, Feather icon, Consumer<LiveConnection> task) {
        return Action.of("connections." + name, Group.CONNECTIONS, Strings.of("action.chosen." + name), icon, () -> {
            LiveConnection chosen = selection.connection().get();
            if (chosen != null) {
                task.accept(chosen);
            }
        }).when(() -> selection.connection().get() != null, Strings.of("action.chosen.none"));
    }
}
