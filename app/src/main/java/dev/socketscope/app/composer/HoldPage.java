package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.scope.Targets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * Holds messages, and decides on them.
 *
 * <pre>
 *   ┌ new breakpoint ┐ ┌ held ─────────────┐
 *   ├ breakpoints ───┤ ├ the message ──────┤
 * </pre>
 */
final class HoldPage {
    private static final double FORM = 0.3;
    private static final double QUEUE = 0.44;

    private final BreakpointsCard set;
    private final SplitPane node;

    /**
     * @param targets whose messages can be held now
     * @param path finds the path of a connection by its id
     */
    HoldPage(BreakpointsModel breakpoints, HeldModel held, Appearance appearance, Memory memory,
            Supplier<Targets> targets, UnaryOperator<String> path, Undoing undoing) {
        set = new BreakpointsCard(breakpoints, appearance, memory, undoing);
        HeldEditor editor = new HeldEditor(held, path);
        HeldTable table = new HeldTable(held, appearance, memory, path, editor::focus);
        SplitPane right = new SplitPane(new HeldCard(held, table), editor);
        right.setOrientation(Orientation.VERTICAL);
        right.getStyleClass().add("composer-aside");
        Remember.divider(memory, "composer.held.divider", right, QUEUE);
        node = new SplitPane(Pages.column("composer-page", new BreakpointForm(breakpoints, targets), set), right);
        Remember.divider(memory, "composer.divider", node, FORM);
        PageKeys.listen(node, event -> HeldKeys.action(event, held));
    }

    Node node() {
        return node;
    }

    void show(LiveState state) {
        set.show(state.readings().interception().breakpoints(), state.at());
    }
}
