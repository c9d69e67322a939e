package dev.socketscope.app;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import org.kordamp.ikonli.feather.Feather;

/** Actions that lead from one panel to another, or concern what all panels show. */
final class WindowActions {
    private final Live live;
    private final Consumer<String> show;

    /** @param show gets the id of a connection that a person wants to see */
    WindowActions(Live live, Consumer<String> show) {
        this.live = live;
        this.show = show;
    }

    List<Action> all(Supplier<BooleanProperty> follow) {
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("connections.newest-error", Group.CONNECTIONS, Strings.of("action.newest.error"),
                        Feather.ALERT_TRIANGLE, () -> newestError().ifPresent(show))
                        .when(() -> newestError().isPresent(), Strings.of("action.newest.error.not")),
                Action.of("connections.newest-close", Group.CONNECTIONS, Strings.of("action.newest.close"),
                        Feather.LOG_OUT, () -> newestClose().ifPresent(show))
                        .when(() -> newestClose().isPresent(), Strings.of("action.newest.close.not")),
                Action.of("frames.follow", Group.FRAMES, Strings.of("action.follow"), Feather.CHEVRONS_DOWN,
                        () -> follow.get().set(!follow.get().get())),
                submit("frames.clear", Group.FRAMES, "action.frames.clear", Feather.TRASH_2,
                        new Command.ClearCapture())));
        actions.add(submit("composer.no-replays", Group.COMPOSER, "action.replays.cancel", Feather.STOP_CIRCLE,
                new Command.CancelReplays())
                .when(() -> !live.latest().get().readings().interception().replays().isEmpty(),
                        Strings.of("action.replays.cancel.not")));
        return actions;
    }

    /** One for each connection, the newest first. */
    List<Action> each() {
        return live.latest()
                .get()
                .connections()
                .reversed()
                .stream()
                .map(LiveConnection::connection)
                .map(this::to)
                .toList();
    }

    private Action to(Connection connection) {
        return Action.of("connections.go." + connection.id(), Group.CONNECTIONS,
                Strings.of("action.go", Shorten.line(connection.path()), connection.id()),
                connection.live() ? Feather.ARROW_RIGHT : Feather.SLASH, () -> show.accept(connection.id()));
    }

    private Action submit(String id, Group group, String title, Feather icon, Command command) {
        return Action.of(id, group, Strings.of(title), icon, () -> live.submit(command, reply -> {}));
    }

    private Optional<String> newestError() {
        RecentEvents events = live.latest().get().events();
        return events.newest(Event.class, WindowActions::isError).flatMap(WindowActions::connection);
    }

    private Optional<String> newestClose() {
        return live.latest()
                .get()
                .events()
                .newest(Event.ConnectionClosed.class, event -> true)
                .map(Event.ConnectionClosed::connection);
    }

    private static boolean isError(Event event) {
        return switch (event) {
            case Event.HandshakeFailed failed -> true;
            case Event.ProtocolViolation violation -> true;
            case Event.ReconnectFailed failed -> true;
            case Event.ConnectionClosed closed -> !closed.close().orderly();
            case Event other -> false;
        };
    }

    private static Optional<String> connection(Event event) {
        return Optional.ofNullable(event.connection());
    }
}
