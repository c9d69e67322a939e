package dev.socketscope.app.frames;

import dev.socketscope.app.controls.FindBar;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for something in the frames of a table without hiding the others: counts the matches as they come, and goes from one to the
 * next. What is looked for is written in the filter language, so plain text looks for that text. JavaFX thread only.
 */
final class FrameFind {
    private static final long NOWHERE = -1;

    private final FindBar bar = new FindBar("frames-find", Strings.of("frames.find.prompt"), new BarActions());
    private final ViewOpener opener;
    private final LongSupplier selected;
    private final LongConsumer select;
    private FrameQuery among = FrameQuery.ALL;
    private @Nullable FrameView matches;
    /** A match to go to as soon as its row is here. */
    private long wanted = NOWHERE;
    private Runnable closed = () -> {};

    /**
     * @param selected number of the chosen frame, -1 when none is
     * @param select chooses a frame by its number
     */
    FrameFind(Live live, LongSupplier selected, LongConsumer select) {
        this.selected = selected;
        this.select = select;
        opener = new ViewOpener(live, this::opened, this::refused);
    }

    FindBar bar() {
        return bar;
    }

    void setOnClosed(Runnable action) {
        closed = action;
    }

    boolean isOpen() {
        return bar.isVisible();
    }

    /** The table shows other frames now. */
    void among(FrameQuery query) {
        if (!query.equals(among)) {
            among = query;
            look(bar.text());
        }
    }

    /** There may be more matches, and rows that were on their way. */
    void tick() {
        go(wanted);
        count();
    }

    void step(boolean forward) {
        FrameView view = matches;
        if (view == null) {
            return;
        }
        long from = selected.getAsLong();
        long next = forward ? view.rowAtOrAfter(from + 1) : from < 0 ? view.endRow() - 1 : view.rowAtOrAfter(from) - 1;
        if (next >= view.firstRow() && next < view.endRow()) {
            go(next);
        }
        count();
    }

    void close() {
        forget();
    }

    private void go(long number) {
        FrameView view = matches;
        wanted = number;
        if (view == null || number == NOWHERE) {
            return;
        }
        FrameRow row = view.row(number);
        if (row != null) {
            wanted = NOWHERE;
            select.accept(row.frame().seq());
        }
    }

    private void look(String text) {
        forget();
        bar.say("");
        if (!text.isBlank()) {
            String filter = among.filter().isBlank() ? text : "(" + text + ") and " + among.filter();
            opener.open(new FrameQuery(among.connections(), filter));
        }
    }

    private void opened(FrameQuery query, FrameView view) {
        forget();
        if (bar.text().isBlank()) {
            view.close();
            return;
        }
        matches = view;
        count();
    }

    private void refused(FrameQuery query, FilterException wrong) {
        forget();
        bar.say(String.valueOf(wrong.getMessage()));
    }

    private void forget() {
        FrameView before = matches;
        if (before != null) {
            before.close();
        }
        matches = null;
        wanted = NOWHERE;
    }

    private void count() {
        FrameView view = matches;
        if (view == null) {
            return;
        }
        long count = view.endRow() - view.firstRow();
        String more = view.pending() > 0 ? " …" : "";
        if (count == 0) {
            bar.say(Strings.of(more.isEmpty() ? "payload.find.none" : "payload.find.looking"));
            return;
        }
        long at = view.rowAtOrAfter(selected.getAsLong());
        FrameRow row = selected.getAsLong() < 0 ? null : view.row(at);
        boolean on = row != null && row.frame().seq() == selected.getAsLong();
        bar.say((on ? Strings.of("payload.find.count", Units.count(at - view.firstRow() + 1), Units.count(count))
                : Strings.of(count == 1 ? "frames.find.matches.one" : "frames.find.matches", Units.count(count)))
                + more);
    }

    private final class BarActions implements FindBar.Actions {
        @Override
        public void find(String text) {
            look(text);
        }

        @Override
        public void step(boolean forward) {
            FrameFind.this.step(forward);
        }

        @Override
        public void closed() {
            look("");
            closed.run();
        }
    }
}
