package dev.socketscope.app.controls;

import java.util.List;
import java.util.Optional;

/** Nothing to show. */
final class NoLines implements Lines {
    @Override
    public long count() {
        return 0;
    }

    @Override
    public InkLine line(long row) {
        return InkLine.EMPTY;
    }

    @Override
    public long firstByte(long row) {
        return 0;
    }

    @Override
    public long endByte(long row) {
        return 0;
    }

    @Override
    public long rowOf(long offset) {
        return 0;
    }

    @Override
    public List<Span> bytes(long row, long from, long to) {
        return List.of();
    }

    @Override
    public Optional<String> copy(long from, long to) {
        return Optional.of("");
    }
}
