package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import javafx.scene.Node;

/** What a person does to the connections that are chosen when they ask for it. */
final class ChosenActions {
    private static final int LONGEST_PATH = 80;

    private final Selection selection;
    private final ConnectionActions actions;
    private final ConnectionWishes wishes;
    private final Node anchor;

    /** @param anchor what forms and words point at */
    ChosenActions(Selection selection, ConnectionActions actions, ConnectionWishes wishes, Node anchor) {
        this.selection = selection;
        this.actions = actions;
        this.wishes = wishes;
        this.anchor = anchor;
    }

    /** Asks how. */
    void cut() {
        List<LiveConnection> chosen = live();
        if (!chosen.isEmpty()) {
            AskPopover.show(anchor, "cut.done", answered -> new CutForm(whom(chosen),
                    how -> actions.end(chosen, how, answered)));
        }
    }

    /** Asks for how long. */
    void latency() {
        List<LiveConnection> chosen = live();
        if (!chosen.isEmpty()) {
            AskPopover.show(anchor, "latency.done", answered -> new LatencyForm(whom(chosen),
                    fault -> actions.arm(chosen, fault, answered)));
        }
    }

    /** Ends them in order, without a question. */
    void disconnect() {
        List<LiveConnection> chosen = live();
        if (!chosen.isEmpty()) {
            actions.end(chosen, Ending.ORDERLY, reply -> Notice.show(anchor, Strings.of("cut.done"), switch (reply) {
                case Reply.Done done -> done.message();
                case Reply.Armed armed -> armed.id();
                case Reply.Refused refused -> refused.reason();
            }));
        }
    }

    void breakIt() {
        live().stream().limit(1).forEach(c -> wishes.breakIt().accept(c.id()));
    }

    void send() {
        live().stream().limit(1).forEach(c -> wishes.send().accept(c.id()));
    }

    void replay() {
        selection.all().get().stream().limit(1).forEach(c -> wishes.replay().accept(c.id()));
    }

    void openAs() {
        selection.all().get().stream().limit(1).forEach(c -> wishes.openAs().accept(c.id()));
    }

    void holdAgain() {
        selection.all().get().stream().limit(1).forEach(c -> wishes.holdAgain().accept(c.id()));
    }

    private List<LiveConnection> live() {
        return ConnectionActions.live(selection.all().get());
    }

    /** {@code ws_7f3a  /_hmr}, or how many. */
    private static String whom(List<LiveConnection> chosen) {
        LiveConnection first = chosen.getFirst();
        return chosen.size() == 1 ? first.id() + "  " + Shorten.to(first.connection().path(), LONGEST_PATH)
                : Strings.of("story.chosen", Units.count(chosen.size()));
    }
}
