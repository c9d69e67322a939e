package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Search;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Reply;
import java.util.function.Consumer;

/** What can be done to a connection, whatever asks for it. */
final class ConnectionActions {
    private final Live live;
    private final Search search;

    ConnectionActions(Live live, Search search) {
        this.live = live;
        this.search = search;
    }

    /** @param answered with the engine's answer, on the JavaFX thread */
    void cut(Command.EndConnection command, Consumer<Reply> answered) {
        live.submit(command, answered);
    }

    void copyId(LiveConnection connection) {
        Clip.copy(connection.id());
    }

    void copyUrl(LiveConnection connection, boolean secrets) {
        Clip.copy(new CopyAs(connection.connection(), secrets).url());
    }

    void copyCurl(LiveConnection connection, boolean secrets) {
        Clip.copy(new CopyAs(connection.connection(), secrets).curl());
    }

    void copyWscat(LiveConnection connection, boolean secrets) {
        Clip.copy(new CopyAs(connection.connection(), secrets).wscat());
    }

    void copyWebsocat(LiveConnection connection, boolean secrets) {
        Clip.copy(new CopyAs(connection.connection(), secrets).websocat());
    }

    /** Leaves only this connection and its frames. */
    void filterTo(LiveConnection connection) {
        search.type("conn:" + connection.id());
    }
}
