package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.scope.Targets;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.HeldMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The composer. It shows the newest state also while the window is paused, because what is held waits all the same. */
public final class ComposerPanel {
    private final Live live;
    private final Runnable open;
    private final BreakpointsModel breakpoints;
    private final HeldModel held;
    private final HeldAlarm alarm = new HeldAlarm();
    private final HoldPage hold;
    private final VBox node;
    private final PanelSlot slot;

    /** @param open brings the panel to the front */
    public ComposerPanel(Live live, Appearance appearance, Memory memory, Runnable open) {
        this.live = live;
        this.open = open;
        breakpoints = new BreakpointsModel(live::submit);
        held = new HeldModel(live::submit, (id, answered) -> live.deliver(live.engine().heldContent(id),
                (content, failure) -> answered.accept(content == null ? Optional.empty() : content)));
        hold = new HoldPage(breakpoints, held, appearance, memory,
                () -> Targets.of(live.engine().info(), connections()), this::path);
        HBox header = new HBox(Sections.panel("composer.title"), Sections.hint("composer.hint"));
        header.getStyleClass().add("panel-header");
        node = new VBox(header, hold.node());
        VBox.setVgrow(hold.node(), Priority.ALWAYS);
        node.getStyleClass().addAll("panel", "composer");
        slot = new PanelSlot("composer", Strings.of("composer.title"), Feather.EDIT_3, node,
                held.queue().map(queue -> queue.isEmpty() ? "" : Units.count(queue.size())));
        live.latest().subscribe(this::follow);
        Sight.whenShown(node, () -> follow(live.latest().get()));
    }

    public PanelSlot slot() {
        return slot;
    }

    private void follow(LiveState state) {
        breakpoints.follow(state.readings().interception());
        held.follow(state);
        boolean seen = Sight.isShown(node);
        if (seen) {
            hold.show(state);
        }
        List<HeldMessage> queue = held.queue().get();
        if (alarm.due(queue.size(), seen)) {
            HeldMessage first = queue.getFirst();
            Notice.show(node, Strings.of("composer.alarm"), Strings.of("composer.alarm.text",
                    path(first.connection()), Units.span(Duration.between(first.heldAt(), first.expiresAt()))), open);
        }
    }

    private List<Connection> connections() {
        return live.latest().get().connections().stream().map(LiveConnection::connection).toList();
    }

    private String path(String connection) {
        return live.engine().connection(connection).map(Connection::path).orElse(connection);
    }
}
