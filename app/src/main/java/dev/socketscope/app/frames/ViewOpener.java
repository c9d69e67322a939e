package dev.socketscope.app.frames;

import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Opens the view for the newest query off the JavaFX thread. While somebody types it waits for a short rest; what comes for an
 * older query is closed unseen. All calls and answers are on the JavaFX thread.
 */
final class ViewOpener {
    private static final Duration REST = Duration.millis(150);
    private final Live live;
    private final BiConsumer<FrameQuery, FrameView> opened;
    private final BiConsumer<FrameQuery, FilterException> refused;
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable FrameQuery wanted;

    /**
     * @param opened takes over the view and closes it
     * @param refused told what is wrong with the filter
     */
    ViewOpener(Live live, BiConsumer<FrameQuery, FrameView> opened, BiConsumer<FrameQuery, FilterException> refused) {
        this.live = live;
        this.opened = opened;
        this.refused = refused;
    }

    /** Opens a view now, or after a rest when only the filter's text differs from what was asked before. */
    void open(FrameQuery query) {
        FrameQuery before = wanted;
        boolean typing = before != null && before.connections().equals(query.connections())
                && !before.filter().equals(query.filter());
        wanted = query;
        rest.stop();
        if (typing) {
            rest.setOnFinished(event -> ask(query));
            rest.playFromStart();
        } else {
            ask(query);
        }
    }

    private void ask(FrameQuery query) {
        live.deliver(CompletableFuture.supplyAsync(() -> frames(query), Thread::startVirtualThread),
                (view, failure) -> answer(query, view, failure));
    }

    private FrameView frames(FrameQuery query) {
        try {
            return live.engine().frames(query);
        } catch (FilterException e) {
            throw new CompletionException(e);
        }
    }

    private void answer(FrameQuery query, @Nullable FrameView view, @Nullable Throwable failure) {
        if (view != null && query.equals(wanted)) {
            opened.accept(query, view);
        } else if (view != null) {
            view.close();
        } else if (query.equals(wanted) && failure instanceof CompletionException e
                && e.getCause() instanceof FilterException wrong) {
            refused.accept(query, wrong);
        } else if (failure != null && !(failure instanceof CompletionException)) {
            throw new IllegalStateException("No view of the capture", failure);
        }
    }
}
