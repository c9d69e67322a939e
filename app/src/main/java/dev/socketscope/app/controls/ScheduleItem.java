package dev.socketscope.app.controls;

/**
 * Something in a {@link ScheduleChart}.
 *
 * @param key what callers know it by
 * @param title at the head of its row
 * @param note beside the title; may be empty
 * @param text in the bar or beside the mark; may be empty
 * @param words all of it, for a tooltip and for screen readers
 * @param begin in milliseconds from the start
 * @param end likewise; the same as {@code begin} for what is over at once, {@link #OPEN} for what has no end
 * @param resizable whether a person can give it another end
 */
public record ScheduleItem(String key, String title, String note, String text, String words, long begin, long end,
        boolean resizable, Tone tone) {
    /** The end of what has none. */
    public static final long OPEN = Long.MAX_VALUE;

    boolean instant() {
        return end == begin;
    }

    ScheduleItem at(long newBegin) {
        return new ScheduleItem(key, title, note, text, words, newBegin,
                end == OPEN ? OPEN : newBegin + (end - begin), resizable, tone);
    }

    ScheduleItem until(long newEnd) {
        return new ScheduleItem(key, title, note, text, words, begin, newEnd, resizable, tone);
    }
}
