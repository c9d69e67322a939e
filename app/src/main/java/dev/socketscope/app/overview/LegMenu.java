package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Readings;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Reply;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What a click on a leg offers: to break it on all connections, to end what is armed on it, and where to find more. */
final class LegMenu {
    private final Live live;
    private final Runnable moreFaults;

    /** @param moreFaults shows all faults with all they can be told */
    LegMenu(Live live, Runnable moreFaults) {
        this.live = live;
        this.moreFaults = moreFaults;
    }

    /** @param owner stands where a refusal is told */
    List<MenuItem> items(Leg leg, Node owner) {
        List<MenuItem> items = new ArrayList<>();
        Readings readings = live.latest().get().readings();
        for (FaultStatus status : LegBreaks.armedOn(leg, readings.faults())) {
            String id = status.armed().id();
            MenuItem disarm = item(Strings.of("overview.leg.disarm", readings.faultName(id)), "disarm-" + id,
                    Feather.ZAP_OFF);
            disarm.setOnAction(e -> submit(new Command.DisarmFault(id), owner));
            items.add(disarm);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (LegBreaks.Kind kind : LegBreaks.Kind.values()) {
            items.add(item(kind, leg, owner));
        }
        MenuItem more = item(Strings.of("overview.leg.more"), "more", Feather.SLIDERS);
        more.setOnAction(e -> moreFaults.run());
        items.add(new SeparatorMenuItem());
        items.add(more);
        return items;
    }

    private MenuItem item(LegBreaks.Kind kind, Leg leg, Node owner) {
        String name = Names.of(kind);
        MenuItem item = item(Strings.of("overview.leg." + name + "." + Names.of(leg)), name,
                kind.ordinal() <= LegBreaks.Kind.CUT.ordinal() ? Feather.SCISSORS : Feather.ZAP);
        List<Connection> there = live.latest()
                .get()
                .connections()
                .stream()
                .map(LiveConnection::connection)
                .filter(Connection::live)
                .toList();
        List<Command> commands = LegBreaks.commands(kind, leg, there);
        item.setDisable(commands.isEmpty());
        item.setOnAction(e -> commands.forEach(command -> submit(command, owner)));
        return item;
    }

    private static MenuItem item(String text, String id, Feather icon) {
        MenuItem item = new MenuItem(text, Icons.of(icon));
        item.setId("leg-menu-" + id);
        return item;
    }

    private void submit(Command command, Node owner) {
        live.submit(command, reply -> {
            if (reply instanceof Reply.Refused(String reason)) {
                Notice.show(owner, Strings.of("overview.leg.refused"), reason);
            }
        });
    }
}
