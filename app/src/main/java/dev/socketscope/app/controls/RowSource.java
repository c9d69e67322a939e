package dev.socketscope.app.controls;

import org.jspecify.annotations.Nullable;

/**
 * A numbered list whose newest rows come at the end and whose oldest rows vanish. A row keeps its number, and has a key that
 * stays the same in every other list that shows it.
 *
 * @param <R> what a row is; two equal rows look alike
 */
public interface RowSource<R> {
    /** Number of the oldest row; equals {@link #end()} when there is none. */
    long first();

    /** One more than the number of the newest row. */
    long end();

    /** The row, or null when it is gone or not here yet. */
    @Nullable
    R row(long number);

    /** What the row is known by; grows with the number. */
    long key(R row);

    /** Number of the first row whose key is {@code key} or greater; {@link #end()} when there is none. */
    long numberAtOrAfter(long key);

    /** The number of the row with this key, or -1 when the list does not hold it. */
    default long numberOf(long key) {
        long number = numberAtOrAfter(key);
        R row = number < end() ? row(number) : null;
        return row != null && key(row) == key ? number : -1;
    }

    /** A list without rows. */
    static <R> RowSource<R> empty() {
        return new RowSource<>() {
            @Override
            public long first() {
                return 0;
            }

            @Override
            public long end() {
                return 0;
            }

            @Override
            public @Nullable R row(long number) {
                return null;
            }

            @Override
            public long key(R row) {
                return 0;
            }

            @Override
            public long numberAtOrAfter(long key) {
                return 0;
            }
        };
    }
}
