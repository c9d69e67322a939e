package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.wire.Members;
import dev.socketscope.engine.wire.RowJson;
import dev.socketscope.engine.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One view: its bounds when they change, and the rows of the range that is looked at. */
final class ViewFeed implements AutoCloseable {
    static final int MOST_ROWS = 1_000;

    private final int id;
    private final FrameQuery query;
    private final FrameView view;
    /** Rows that were sent; whether they were complete. */
    private final TreeMap<Long, Boolean> sent = new TreeMap<>();
    private Range range = new Range(0, 0, false);
    private Bounds told = new Bounds(-1, -1, -1);

    private record Bounds(long first, long end, long pending) {}

    /** @param follow whether the range is the newest {@code rows} rows, whatever {@code first} says */
    record Range(long first, int rows, boolean follow) {
        static Range read(Members in) {
            Range range = new Range(in.number("first", 0), in.whole("rows", 0), in.flag("follow", false));
            if (range.first < 0) {
                throw new WireException("first", Long.toString(range.first), "a row's number, 0 or more");
            }
            if (range.rows < 0 || range.rows > MOST_ROWS) {
                throw new WireException("rows", Integer.toString(range.rows), "a whole number from 0 to " + MOST_ROWS);
            }
            return range;
        }

        Range at(long end) {
            return follow ? new Range(Math.max(0, end - rows), rows, true) : this;
        }
    }

    ViewFeed(int id, FrameQuery query, FrameView view) {
        this.id = id;
        this.query = query;
        this.view = view;
    }

    FrameQuery query() {
        return query;
    }

    void move(Range to) {
        range = to;
    }

    StreamMessages.Found seek(long seq) {
        return new StreamMessages.Found("seek", id, seq, view.rowAtOrAfter(seq));
    }

    /** @return how many rows were added */
    int collect(List<Object> out, int mostRows) {
        Bounds now = new Bounds(view.firstRow(), view.endRow(), view.pending());
        List<RowJson> rows = rows(range.at(now.end), now, mostRows);
        if (!rows.isEmpty() || !now.equals(told)) {
            told = now;
            out.add(new StreamMessages.View("view", id, now.first, now.end, now.pending, rows));
        }
        return rows.size();
    }

    private List<RowJson> rows(Range wanted, Bounds now, int mostRows) {
        sent.headMap(wanted.first).clear();
        sent.tailMap(wanted.first + wanted.rows).clear();
        List<RowJson> rows = new ArrayList<>();
        long end = Math.min(now.end, wanted.first + wanted.rows);
        for (long number = Math.max(now.first, wanted.first); number < end && rows.size() < mostRows; number++) {
            Boolean complete = sent.get(number);
            if (complete == null || !complete) {
                add(number, complete != null, rows);
            }
        }
        return rows;
    }

    private void add(long number, boolean again, List<RowJson> rows) {
        FrameRow row = view.row(number);
        if (row == null) {
            return;
        }
        boolean complete = row.frame().inProxyMicros() != Frame.IN_PROXY_UNKNOWN;
        if (!again || complete) {
            rows.add(RowJson.of(number, row));
            sent.put(number, complete);
        }
    }

    @Override
    public void close() {
        view.close();
    }
}
