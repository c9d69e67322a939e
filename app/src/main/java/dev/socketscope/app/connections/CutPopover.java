package dev.socketscope.app.connections;

import atlantafx.base.controls.Popover;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Command.EndConnection;
import dev.socketscope.engine.api.Reply;
import javafx.geometry.Pos;
import javafx.scene.Node;
import org.controlsfx.control.Notifications;

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
                Notifications.create()
                        .owner(anchor.getScene().getWindow())
                        .position(Pos.BOTTOM_RIGHT)
                        .title(Strings.of("cut.done"))
                        .text(done.message())
                        .show();
            }
            case Reply.Refused refused -> form.refuse(refused.reason());
            case Reply.Armed _ -> popover.hide();
        }
    }
}
