package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Connection;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/** Which connections the panel is about: all live ones, or those that are chosen in the window. */
final class RttScope {
    private static final String MEMORY = "rtt.scope";
    private static final String CHOSEN = "chosen";

    private final Live live;
    private final Selection selection;
    private final ToggleButton all = new ToggleButton(Strings.of("rtt.all"));
    private final ToggleButton chosen = new ToggleButton(Strings.of("rtt.chosen"));
    private final SegmentedButton node = new SegmentedButton(all, chosen);
    private Runnable changed = () -> {};

    RttScope(Live live, Selection selection, Memory memory) {
        this.live = live;
        this.selection = selection;
        ToggleGroup group = new ToggleGroup();
        all.setId("rtt-all");
        chosen.setId("rtt-chosen");
        node.setToggleGroup(group);
        all.setToggleGroup(group);
        chosen.setToggleGroup(group);
        group.selectToggle(memory.text(MEMORY).filter(CHOSEN::equals).isPresent() ? chosen : all);
        group.selectedToggleProperty().subscribe((before, now) -> {
            // One of both is always chosen.
            if (now == null) {
                before.setSelected(true);
            } else {
                memory.put(MEMORY, now == chosen ? CHOSEN : "all");
                changed.run();
            }
        });
        selection.all().subscribe(some -> {
            chosen.setText(some.size() < 2 ? Strings.of("rtt.chosen")
                    : Strings.of("rtt.chosen.many", Units.count(some.size())));
            changed.run();
        });
    }

    Node node() {
        return node;
    }

    /** @param action called when there may be other connections */
    void setOnChange(Runnable action) {
        changed = action;
    }

    /** The most wanted ones first; all live ones while nothing is chosen. */
    List<Connection> connections() {
        List<Connection> some = chosen.isSelected() ? chosen(selection) : List.of();
        return some.isEmpty() ? live(live.shown().get()) : some;
    }

    /** The one that the window is about first. */
    static List<Connection> chosen(Selection selection) {
        return selection.all()
                .get()
                .stream()
                .map(LiveConnection::connection)
                .sorted(Comparator.comparing(each -> !each.id().equals(selection.id().get())))
                .toList();
    }

    /** The newest first. */
    private static List<Connection> live(LiveState state) {
        return state.connections()
                .reversed()
                .stream()
                .map(LiveConnection::connection)
                .filter(Connection::live)
                .toList();
    }
}
