package dev.socketscope.app.controls;

import java.util.List;

/**
 * One line of bars.
 *
 * @param key handed back when the lane is clicked beside its bars
 * @param title stands above it
 * @param note stands behind the title; may be empty
 * @param bars in the order in which they are drawn, later ones above earlier ones
 */
public record TimelineLane(String key, String title, String note, List<TimelineBar> bars) {
    public TimelineLane {
        bars = List.copyOf(bars);
    }

    /** Whether the lane, or one of its bars, has a key. */
    boolean has(String wanted) {
        return key.equals(wanted) || bars.stream().anyMatch(bar -> bar.key().equals(wanted));
    }
}
