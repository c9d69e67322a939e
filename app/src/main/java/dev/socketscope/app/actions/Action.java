package dev.socketscope.app.actions;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * Something that a person can have done. JavaFX thread only.
 *
 * @param id stable, for what the window remembers, for example {@code faults.disarm-all}
 * @param title in the imperative
 * @param shortcut does it from anywhere in the window; null for none
 * @param obstacle says for people why it cannot be done now; empty when it can
 */
public record Action(String id, Group group, String title, Ikon icon, @Nullable Shortcut shortcut,
        Supplier<String> obstacle, Runnable task) {
    /** One that can always be done, and has no key. */
    public static Action of(String id, Group group, String title, Ikon icon, Runnable task) {
        return new Action(id, group, title, icon, null, () -> "", task);
    }

    public Action on(Shortcut key) {
        return new Action(id, group, title, icon, key, obstacle, task);
    }

    /** @param why empty while nothing is in the way */
    public Action unless(Supplier<String> why) {
        return new Action(id, group, title, icon, shortcut, why, task);
    }

    /** @param why is in the way while the condition does not hold */
    public Action when(Supplier<Boolean> condition, String why) {
        return unless(() -> condition.get() ? "" : why);
    }

    /** Does it, unless something is in the way. */
    public void run() {
        if (obstacle.get().isEmpty()) {
            task.run();
        }
    }

    /** Empty when there is none. */
    public String keys() {
        return shortcut == null ? "" : shortcut.text();
    }
}
