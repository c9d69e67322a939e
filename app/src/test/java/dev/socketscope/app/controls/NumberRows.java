package dev.socketscope.app.controls;

import org.jspecify.annotations.Nullable;

/** Rows that are words; row n has the key 10 n. */
final class NumberRows implements RowSource<String> {
    long first;
    long end;

    NumberRows(long first, long end) {
        this.first = first;
        this.end = end;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public @Nullable String row(long number) {
        return number < first || number >= end ? null : "row " + number;
    }

    @Override
    public long key(String row) {
        return Long.parseLong(row.substring(4)) * 10;
    }

    @Override
    public long numberAtOrAfter(long key) {
        return Math.clamp((key + 9) / 10, first, end);
    }
}
