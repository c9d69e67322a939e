package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The chosen rows of a {@link RowSource}, by key and with their content, so that they outlive their place in the list. The
 * lead is the row that the keyboard moves; the anchor is where a range began.
 *
 * @param <R> what a row is
 */
final class LogSelection<R> {
    /** No row. */
    static final long NONE = -1;
    /** So many rows can be chosen at once; a longer range is cut at the far end. */
    static final int LIMIT = 2_000;

    private final TreeMap<Long, R> chosen = new TreeMap<>();
    private long anchor = NONE;
    private long lead = NONE;

    long lead() {
        return lead;
    }

    @Nullable
    R leadRow() {
        return chosen.get(lead);
    }

    boolean contains(long key) {
        return chosen.containsKey(key);
    }

    /** The chosen rows, oldest first. */
    List<R> rows() {
        return new ArrayList<>(chosen.values());
    }

    int size() {
        return chosen.size();
    }

    void clear() {
        chosen.clear();
        anchor = NONE;
        lead = NONE;
    }

    /** Chooses this row and no other. */
    void only(long key, R row) {
        chosen.clear();
        chosen.put(key, row);
        anchor = key;
        lead = key;
    }

    /** Adds the row to the choice or takes it out again. */
    void toggle(long key, R row) {
        anchor = key;
        if (chosen.remove(key) != null) {
            lead = chosen.isEmpty() ? NONE : chosen.firstKey();
        } else if (chosen.size() < LIMIT) {
            chosen.put(key, row);
            lead = key;
        }
    }

    /** Chooses the rows between the anchor and row {@code number}, at most {@link #LIMIT}, beginning at the anchor. */
    void extend(RowSource<R> source, long number) {
        long from = anchor == NONE ? number : source.numberAtOrAfter(anchor);
        long step = number < from ? -1 : 1;
        chosen.clear();
        long last = Math.abs(number - from) < LIMIT ? number : from + step * (LIMIT - 1);
        for (long n = from; n != last + step; n += step) {
            R row = source.row(n);
            if (row != null) {
                lead = source.key(row);
                chosen.put(lead, row);
            }
        }
        anchor = anchor == NONE ? lead : anchor;
    }

    /** Takes the newest content of the chosen rows that the source still holds. */
    boolean renew(RowSource<R> source, long key) {
        long number = chosen.containsKey(key) ? source.numberOf(key) : -1;
        R row = number < 0 ? null : source.row(number);
        return row != null && !row.equals(chosen.put(key, row));
    }
}
