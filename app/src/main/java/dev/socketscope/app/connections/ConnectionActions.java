package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.export.ExportItems;
import dev.socketscope.app.export.TrafficExport;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Search;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.export.ExportFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;

/** What can be done to connections, whatever asks for it. Those that have ended are left out where nothing can be done to them. */
final class ConnectionActions {
    /** An expression for more could not be read any more. */
    static final int MOST_IN_FILTER = 50;

    private final Submit engine;
    private final Search search;
    private final SaveDialog dialog;
    private final TrafficExport traffic;

    ConnectionActions(Submit engine, Search search, SaveDialog dialog, TrafficExport traffic) {
        this.engine = engine;
        this.search = search;
        this.dialog = dialog;
        this.traffic = traffic;
    }

    static List<LiveConnection> live(List<LiveConnection> chosen) {
        return chosen.stream().filter(c -> c.connection().live()).toList();
    }

    /** @param answered with the engine's answer, or what all of them come to, on the JavaFX thread */
    void end(List<LiveConnection> chosen, Ending how, Consumer<Reply> answered) {
        submit(chosen, how::of, answered);
    }

    /** Arms a fault for each of them alone. */
    void arm(List<LiveConnection> chosen, Fault fault, Consumer<Reply> answered) {
        submit(chosen, id -> new Command.ArmFault(fault.on(fault.match().onConnection(id))), answered);
    }

    private void submit(List<LiveConnection> chosen, Function<String, Command> command, Consumer<Reply> answered) {
        Together.submit(engine, live(chosen).stream().map(LiveConnection::id).map(command).toList(), answered);
    }

    /** One line for each. */
    void copy(List<LiveConnection> chosen, Function<Connection, String> form) {
        Clip.copy(chosen.stream().map(LiveConnection::connection).map(form).collect(Collectors.joining("\n")));
    }

    /** Asks for a file, and writes a table of them into it. */
    void export(List<LiveConnection> chosen) {
        dialog.save("connections.csv", () -> ConnectionsCsv.of(chosen).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for a file, and writes a report on them into it. */
    void report(List<LiveConnection> chosen) {
        traffic.save(ExportFormat.HTML, frames(chosen));
    }

    /** Menu items that save what they have carried. */
    List<MenuItem> exports(Supplier<List<LiveConnection>> chosen) {
        return ExportItems.of(traffic, () -> frames(chosen.get()));
    }

    private static FrameQuery frames(List<LiveConnection> chosen) {
        return new FrameQuery(chosen.stream().map(LiveConnection::id).collect(Collectors.toSet()), "");
    }

    /** Leaves only these connections and their frames. */
    void filterTo(List<LiveConnection> chosen) {
        search.replace(chosen.stream().map(c -> "conn:" + c.id()).collect(Collectors.joining(" or ")));
    }
}
