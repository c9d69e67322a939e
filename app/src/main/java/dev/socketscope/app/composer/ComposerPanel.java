package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.scope.Targets;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The composer. It shows the newest state also while the window is paused, because what is held waits all the same. */
public final class ComposerPanel {
    private static final double FORM = 0.32;

    private final BreakpointsModel breakpoints;
    private final BreakpointsCard set;
    private final PanelSlot slot;

    public ComposerPanel(Live live, Appearance appearance, Memory memory) {
        breakpoints = new BreakpointsModel(live::submit);
        set = new BreakpointsCard(breakpoints, appearance, memory);
        BreakpointForm form = new BreakpointForm(breakpoints, () -> Targets.of(live.engine().info(),
                live.latest().get().connections().stream().map(LiveConnection::connection).toList()));
        SplitPane parts = new SplitPane(page(form), page(set));
        VBox.setVgrow(set, Priority.ALWAYS);
        VBox.setVgrow(parts, Priority.ALWAYS);
        Remember.divider(memory, "composer.divider", parts, FORM);
        HBox header = new HBox(Sections.panel("composer.title"), Sections.hint("composer.hint"));
        header.getStyleClass().add("panel-header");
        VBox node = new VBox(header, parts);
        node.getStyleClass().addAll("panel", "composer");
        slot = new PanelSlot("composer", Strings.of("composer.title"), Feather.EDIT_3, node,
                live.latest().map(state -> {
                    int waiting = state.readings().interception().held().size();
                    return waiting == 0 ? "" : Units.count(waiting);
                }));
        live.latest().subscribe(state -> follow(state, node));
        Sight.whenShown(node, () -> show(live.latest().get()));
    }

    public PanelSlot slot() {
        return slot;
    }

    private static VBox page(VBox card) {
        VBox page = new VBox(card);
        page.getStyleClass().add("composer-page");
        return page;
    }

    private void follow(LiveState state, VBox node) {
        breakpoints.follow(state.readings().interception());
        if (Sight.isShown(node)) {
            show(state);
        }
    }

    private void show(LiveState state) {
        set.show(state.readings().interception().breakpoints(), state.at());
    }
}
