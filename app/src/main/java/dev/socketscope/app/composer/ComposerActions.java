package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Strings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What the palette can do with the composer. */
final class ComposerActions {
    private final Consumer<String> page;
    private final Runnable another;
    private final Runnable clear;
    private final Supplier<Boolean> holding;

    /**
     * @param page opens a page by its id
     * @param another prepares one more WebSocket of a person's own
     * @param clear clears all breakpoints
     * @param holding whether there are any
     */
    ComposerActions(Consumer<String> page, Runnable another, Runnable clear, Supplier<Boolean> holding) {
        this.page = page;
        this.another = another;
        this.clear = clear;
        this.holding = holding;
    }

    List<Action> all() {
        return List.of(action("connect", Feather.PLUS, another),
                action("send-page", Feather.SEND, () -> page.accept(ComposerPanel.SEND)),
                action("breakpoint", Feather.PAUSE_CIRCLE, () -> page.accept(ComposerPanel.HOLD)),
                action("no-breakpoints", Feather.PLAY_CIRCLE, clear).when(holding,
                        Strings.of("action.composer.no-breakpoints.not")));
    }

    private static Action action(String name, Ikon icon, Runnable task) {
        return Action.of("composer." + name, Group.COMPOSER, Strings.of("action.composer." + name), icon, task);
    }
}
