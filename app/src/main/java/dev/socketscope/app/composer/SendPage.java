package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.scope.Targets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;

/**
 * Sends new messages, and old ones once more.
 *
 * <pre>
 *   ┌ send ──┐ ┌ replay ──┐
 *   ├ kept ──┤ ├ replays ─┤
 * </pre>
 */
final class SendPage {
    private static final double SEND = 0.5;

    private final ReplaysCard replays;
    private final SplitPane node;

    /**
     * @param targets the connections into which something can be sent now
     * @param path finds the path of a connection by its id
     */
    SendPage(SendModel send, ReplayModel replay, Appearance appearance, Memory memory, Supplier<Targets> targets,
            UnaryOperator<String> path, Undoing undoing) {
        replays = new ReplaysCard(replay, appearance, memory, path);
        node = new SplitPane(Pages.column("composer-page", new SendCard(send, targets),
                new LettersTable(send, appearance, memory, undoing)),
                Pages.column("composer-aside", new ReplayForm(replay, targets), replays));
        Remember.divider(memory, "composer.send.divider", node, SEND);
        PageKeys.listen(node, event -> Keys.shortcut(KeyCode.ENTER).match(event) ? send::send : null);
    }

    Node node() {
        return node;
    }

    void show(LiveState state) {
        replays.show(state.readings().interception().replays(), state.at());
    }
}
