package dev.socketscope.app.payload;

import dev.socketscope.app.controls.FindBar;
import dev.socketscope.app.controls.LineMarks;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import org.jspecify.annotations.Nullable;

/** Looks for what stands in the find box, in the document that is shown, and goes from match to match. */
final class PayloadFinder {
    private final LineView view;
    private final FindBar bar;
    private final Indexing indexing;
    private @Nullable Document document;
    private PayloadTab tab = PayloadTab.TEXT;
    private @Nullable ByteSearch search;
    private Runnable stop = () -> {};

    PayloadFinder(LineView view, Indexing indexing) {
        this.view = view;
        this.indexing = indexing;
        bar = new FindBar("payload-find", Strings.of("payload.find.prompt"), new BarActions());
    }

    FindBar bar() {
        return bar;
    }

    /** Another document or another way to look at it: looks again. */
    void look(@Nullable Document shown, PayloadTab how) {
        document = shown;
        tab = how;
        find(bar.text());
    }

    private void find(String text) {
        stop.run();
        stop = () -> {};
        search = null;
        view.mark(LineMarks.NONE);
        Document shown = document;
        Needle needle = Needle.of(text, tab);
        if (shown != null && needle.bytes().length > 0) {
            var started = new ByteSearch(shown.bytes(tab), needle.bytes(), needle.exact());
            search = started;
            stop = indexing.start(started, () -> progressed(started));
        }
        bar.say(words(search));
    }

    private void progressed(ByteSearch its) {
        if (its == search) {
            view.mark(its);
            if (its.current() < 0 && its.count() > 0) {
                its.goTo(view.lines().count() == 0 ? 0 : view.lines().firstByte(view.topRow()));
                reveal(its);
            }
            bar.say(words(its));
        }
    }

    /** Goes to the next match or the one before. */
    void step(boolean forward) {
        ByteSearch its = search;
        if (its != null) {
            its.step(forward);
            reveal(its);
            bar.say(words(its));
        }
    }

    private void reveal(ByteSearch its) {
        if (its.current() >= 0) {
            long offset = its.start(its.current());
            if (view.lines() instanceof JsonLines json) {
                json.folds().expose(json.index().lineOf(offset));
                view.refresh();
            }
            view.reveal(offset);
            view.mark(its);
        }
    }

    /** Which match this is, and of how many. */
    private static String words(@Nullable ByteSearch search) {
        if (search == null) {
            return "";
        }
        if (search.count() == 0) {
            return Strings.of(search.complete() ? "payload.find.none" : "payload.find.looking");
        }
        String found = Units.count(search.count()) + (search.isCut() ? "+" : "");
        String more = search.complete() ? "" : " …";
        return Strings.of("payload.find.count", Units.count(search.current() + 1L), found) + more;
    }

    private final class BarActions implements FindBar.Actions {
        @Override
        public void find(String text) {
            PayloadFinder.this.find(text);
        }

        @Override
        public void step(boolean forward) {
            PayloadFinder.this.step(forward);
        }

        @Override
        public void closed() {
            PayloadFinder.this.find("");
            view.requestFocus();
        }
    }
}
