package dev.socketscope.app.connections;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Connection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kordamp.ikonli.feather.Feather;

/** What the palette can do with the chosen connections. Other panels take one of them: the one that the window is about. */
final class ChosenInPalette {
    private final ConnectionActions actions;
    private final Selection selection;
    private final ConnectionWishes wishes;
    private final ChosenActions asking;

    ChosenInPalette(ConnectionActions actions, Selection selection, ConnectionWishes wishes,
            ChosenActions asking) {
        this.asking = asking;
        this.actions = actions;
        this.selection = selection;
        this.wishes = wishes;
    }

    List<Action> all() {
        return List.of(any("cut", Feather.SCISSORS, all -> actions.end(all, Ending.GOING_AWAY, reply -> {}))
                .unless(() -> obstacle(selection.all().get())),
                lead("break", Feather.ZAP, wishes.breakIt()).unless(() -> obstacle(leading())),
                lead("send", Feather.SEND, wishes.send()).unless(() -> obstacle(leading())),
                lead("replay", Feather.REWIND, wishes.replay()),
                lead("hold-again", Feather.REPEAT, wishes.holdAgain()), lead("open-as", Feather.LINK, wishes.openAs()),
                any("latency", Feather.CLOCK, all -> inFront(asking::latency))
                        .unless(() -> obstacle(selection.all().get())),
                any("export", Feather.DOWNLOAD, all -> inFront(() -> actions.export(all))),
                any("report", Feather.FILE_TEXT, actions::report),
                any("filter", Feather.FILTER, actions::filterTo).unless(this::filterObstacle),
                copy("copy-id", Connection::id), copy("copy-url", as(CopyAs::url)), copy("copy-curl", as(CopyAs::curl)),
                copy("copy-wscat", as(CopyAs::wscat)), copy("copy-websocat", as(CopyAs::websocat)));
    }

    private static String obstacle(List<LiveConnection> chosen) {
        return chosen.isEmpty() ? Strings.of("action.chosen.none")
                : ConnectionActions.live(chosen).isEmpty() ? Strings.of("action.chosen.over") : "";
    }

    private String filterObstacle() {
        int chosen = selection.all().get().size();
        return chosen == 0 ? Strings.of("action.chosen.none")
                : chosen > ConnectionActions.MOST_IN_FILTER ? Strings.of("action.chosen.many") : "";
    }

    private List<LiveConnection> leading() {
        LiveConnection lead = selection.connection().get();
        return lead == null ? List.of() : List.of(lead);
    }

    /** What it asks stands at a button of the panel. */
    private void inFront(Runnable asks) {
        wishes.front().run();
        asks.run();
    }

    private Action lead(String name, Feather icon, Consumer<String> task) {
        return any(name, icon, all -> leading().forEach(lead -> task.accept(lead.id())));
    }

    private Action copy(String name, Function<Connection, String> form) {
        return any(name, Feather.COPY, all -> actions.copy(all, form));
    }

    private static Function<Connection, String> as(Function<CopyAs, String> form) {
        return connection -> form.apply(new CopyAs(connection, false));
    }

    private Action any(String name, Feather icon, Consumer<List<LiveConnection>> task) {
        return Action.of("connections." + name, Group.CONNECTIONS, Strings.of("action.chosen." + name), icon,
                () -> task.accept(selection.all().get()))
                .when(() -> !selection.all().get().isEmpty(), Strings.of("action.chosen.none"));
    }
}
