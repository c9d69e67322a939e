package dev.socketscope.app.actions;

import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/**
 * Takes back what was done to things outside of any text, the newest first: by the key from anywhere, and in the word that tells that it was done.
 * JavaFX thread only.
 */
public final class Undoing {
    /** Older ones can no longer be taken back. */
    static final int MOST = 20;

    private final Deque<Step> steps = new ArrayDeque<>();

    /** One thing that was done; not equal to another one that was the same. */
    private static final class Step {
        private final Runnable back;

        Step(Runnable back) {
            this.back = back;
        }
    }

    /**
     * Something was done.
     *
     * @param owner stands in the window that gets the word of it
     * @param title what was done, for example {@code Disarmed 3 faults}
     * @param back undoes it; called once at most
     */
    public void done(Node owner, String title, Runnable back) {
        Step step = add(back);
        Notice.offer(owner, title, Strings.of("undo.text", shortcut().text()), Strings.of("undo"), () -> take(step));
    }

    /** Something was done that anybody sees, so that no word of it is needed. */
    public void quietly(Runnable back) {
        add(back);
    }

    private Step add(Runnable back) {
        Step step = new Step(back);
        steps.addFirst(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        return step;
    }

    /** Takes back what was done last. */
    public Action action() {
        return Action.of("window.undo", Group.WINDOW, Strings.of("action.undo"), Feather.ROTATE_CCW, this::last)
                .on(shortcut())
                .when(() -> !steps.isEmpty(), Strings.of("action.undo.not"));
    }

    private void last() {
        Step step = steps.peekFirst();
        if (step != null) {
            take(step);
        }
    }

    private void take(Step step) {
        if (steps.remove(step)) {
            step.back.run();
        }
    }

    private static Shortcut shortcut() {
        return Shortcut.command(KeyCode.Z);
    }
}
