package dev.socketscope.app.frames;

import dev.socketscope.app.controls.LogTable;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Counters;
import java.util.ArrayList;
import java.util.List;

/**
 * How many frames there are to see, and how many are not, in words.
 *
 * @param shown rows in the table
 * @param dropped rows that the capture has dropped
 * @param waiting rows that came while the window is paused
 * @param scanned how far the filter has looked through the capture, 0 to 100 percent
 * @param selected chosen rows
 * @param givenUp frames on which the filter's pattern took too long
 */
record FrameCount(long shown, long dropped, long waiting, int scanned, long selected, long givenUp) {
    /**
     * @param behind frames that the filter has yet to look at, when they are so many or so old that somebody should know; else 0
     * @param everything whether the rows are all frames, so that those dropped before somebody looked count as well
     */
    static FrameCount of(FrameRows rows, long behind, Counters counters, long selected, boolean everything) {
        long kept = Math.max(1, counters.framesCaptured() - counters.framesEvicted());
        long pending = Math.min(kept, behind);
        int scanned = pending == 0 ? 100 : (int) Math.min(99, (kept - pending) * 100 / kept);
        long dropped = everything ? counters.framesEvicted() : rows.first();
        return new FrameCount(rows.size(), dropped, rows.waiting(), scanned, selected, rows.view().givenUp());
    }

    /** For example {@code 10,115 frames}. */
    String brief() {
        return shown == 1 ? Strings.of("frames.count.one") : Strings.of("frames.count", Units.count(shown));
    }

    /** For example {@code 10,115 frames · 2 dropped from capture · scanning 45 %}. */
    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(brief());
        if (selected > 1) {
            String key = selected >= LogTable.MOST_SELECTED ? "frames.count.selected.most" : "frames.count.selected";
            parts.add(Strings.of(key, Units.count(selected)));
        }
        if (dropped > 0) {
            parts.add(Strings.of("frames.count.dropped", Units.count(dropped)));
        }
        if (scanned < 100) {
            parts.add(Strings.of("frames.count.scanning", String.valueOf(scanned)));
        }
        if (givenUp > 0) {
            parts.add(givenUp == 1
                    ? Strings.of("frames.count.givenup.one")
                    : Strings.of("frames.count.givenup", Units.count(givenUp)));
        }
        if (waiting > 0) {
            parts.add(Strings.of("frames.count.waiting", Units.count(waiting)));
        }
        return String.join(" · ", parts);
    }
}
