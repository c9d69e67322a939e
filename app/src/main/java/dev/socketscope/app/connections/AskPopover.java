package dev.socketscope.app.connections;

import atlantafx.base.controls.Popover;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Reply;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/** A form over the window; goes away when the engine has done what it was asked, and stays with the reason when it has not. */
final class AskPopover {
    private final Popover popover = new Popover();
    private final Node anchor;
    private final String title;
    private final AskForm form;

    private AskPopover(Node anchor, String title, Function<Consumer<Reply>, AskForm> form) {
        this.anchor = anchor;
        this.title = title;
        this.form = form.apply(this::answered);
        popover.setContentNode(this.form.build());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        popover.setAnimated(false);
    }

    /**
     * @param anchor what the form points at
     * @param title key of what is said when it was done
     * @param form built with what it has to tell the engine's answer to
     */
    static void show(Node anchor, String title, Function<Consumer<Reply>, AskForm> form) {
        // In a panel that has only just been opened the anchor has no place yet.
        anchor.getScene().getRoot().applyCss();
        anchor.getScene().getRoot().layout();
        new AskPopover(anchor, title, form).popover.show(anchor);
    }

    private void answered(Reply reply) {
        switch (reply) {
            case Reply.Done done -> {
                popover.hide();
                Notice.show(anchor, Strings.of(title), done.message());
            }
            case Reply.Refused refused -> form.refuse(refused.reason());
            case Reply.Armed armed -> {
                popover.hide();
                Notice.show(anchor, Strings.of(title), armed.id());
            }
        }
    }
}
