package dev.socketscope.app.connections;

import atlantafx.base.controls.Popover;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Command.EndConnection;
import dev.socketscope.engine.api.Reply;
import javafx.scene.Node;

/** The form over the window; goes away when the engine has done what it was asked, and stays with the reason when it has not. */
final class CutPopover {
    private final ConnectionActions actions;
    private final Node anchor;
    private final Popover popover = new Popover();
    private final CutForm form;

    private CutPopover(ConnectionActions actions, LiveConnection connection, Node anchor) {
        this.actions = actions;
        this.anchor = anchor;
        form = new CutForm(connection.id(), connection.connection().path(), this::cut);
        popover.setContentNode(form.build());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        popover.setAnimated(false);
    }

    /** @param anchor what the form points at */
    static void show(ConnectionActions actions, LiveConnection connection, Node anchor) {
        CutPopover cut = new CutPopover(actions, connection, anchor);
        cut.popover.show(anchor);
    }

    private void cut(EndConnection command) {
        actions.cut(command, this::answered);
    }

    private void answered(Reply reply) {
        switch (reply) {
            case Reply.Done done -> {
                popover.hide();
                Notice.show(anchor, Strings.of("cut.done"), done.message());
            }
            case Reply.Refused refused -> form.refuse(refused.reason());
            case Reply.Armed _ -> popover.hide();
        }
    }
}
