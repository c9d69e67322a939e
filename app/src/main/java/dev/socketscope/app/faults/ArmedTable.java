package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.scope.Scopes;
import dev.socketscope.engine.api.FaultStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** Every armed fault, whoever has armed it, the oldest on top. */
final class ArmedTable {
    private final FollowTable<FaultStatus> table;

    /**
     * @param disarm gets the id of a fault
     * @param show gets a fault whose connection a person wants to see
     */
    ArmedTable(Appearance appearance, Memory memory, Consumer<String> disarm, Consumer<FaultStatus> show) {
        table = new FollowTable<>("armed-table", "faults.armed", Feather.ZAP_OFF, appearance.rowHeight(),
                status -> status.armed().id());
        table.text("id", 70, status -> status.armed().id(), "data", "muted");
        table.text("what", 180, FaultWords::what);
        table.text("scope", 150, status -> Scopes.allWords(status.armed().fault().match()), "data");
        table.text("label", 92, status -> status.armed().fault().label(), "muted");
        table.text("fired", 62, status -> Units.count(status.fired()), "figures", "right");
        table.timed("last", 88, FaultWords::lastFired, "figures", "muted", "right");
        table.timed("left", 76, FaultWords::left, "figures", "right");
        table.button("disarm", Feather.X, Strings.of("faults.disarm"), status -> true,
                status -> disarm.accept(status.armed().id()));
        table.fit(memory, List.of("label", "last", "id"), "what");
        table.onDelete(status -> disarm.accept(status.armed().id()));
        table.onOpen(show);
    }

    TableView<FaultStatus> node() {
        return table.node();
    }

    void show(List<FaultStatus> faults, Instant at) {
        table.show(faults, at);
    }
}
