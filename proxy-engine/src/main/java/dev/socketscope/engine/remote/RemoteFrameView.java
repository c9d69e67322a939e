package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.RowJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A view of frames that are elsewhere. A row that is asked for is there when the link has brought it, a moment later; at most
 * {@value #MOST_ROWS} rows are kept. When the link begins anew, rows are numbered anew. Any thread.
 */
final class RemoteFrameView implements FrameView {
    private static final int MOST_ROWS = 4_096;

    private final int id;
    private final FrameQuery query;
    private final Consumer<RemoteFrameView> onClose;
    private final Map<Long, FrameRow> rows = new LinkedHashMap<>(16, 0.75f, true);
    private final TreeMap<Long, Long> rowOfSeq = new TreeMap<>();
    private final WantedRows wanted = new WantedRows();
    private final List<Long> seeks = new ArrayList<>();
    private WantedRows.Range range = new WantedRows.Range(0, 0, false);
    private WantedRows.@Nullable Range told;
    private long first;
    private long end;
    private long pending = 1;
    private long soughtSeq = -1;
    private long soughtRow;
    private boolean closed;

    RemoteFrameView(int id, FrameQuery query, Consumer<RemoteFrameView> onClose) {
        this.id = id;
        this.query = query;
        this.onClose = onClose;
    }

    int id() {
        return id;
    }

    @Override
    public synchronized long firstRow() {
        return first;
    }

    @Override
    public synchronized long endRow() {
        return end;
    }

    @Override
    public synchronized @Nullable FrameRow row(long number) {
        if (number < first || number >= end) {
            return null;
        }
        FrameRow row = rows.get(number);
        wanted.add(number, row != null);
        return row;
    }

    @Override
    public synchronized long rowAtOrAfter(long seq) {
        if (query.equals(FrameQuery.ALL)) {
            return Math.clamp(seq, first, end);
        }
        if (seq == soughtSeq) {
            return Math.clamp(soughtRow, first, end);
        }
        Map.Entry<Long, Long> after = rowOfSeq.ceilingEntry(seq);
        Map.Entry<Long, Long> before = rowOfSeq.lowerEntry(seq);
        boolean exact = after != null && (after.getValue() == first
                || before != null && before.getValue() + 1 == after.getValue());
        if (!exact && !seeks.contains(seq)) {
            seeks.clear();
            seeks.add(seq);
        }
        return after == null ? end : after.getValue();
    }

    @Override
    public synchronized long pending() {
        return closed ? 0 : pending;
    }

    /** What the link has to say about this view. */
    synchronized List<ObjectNode> takeWishes() {
        List<ObjectNode> wishes = new ArrayList<>();
        range = wanted.take(end, range);
        if (!range.equals(told)) {
            told = range;
            wishes.add(wish());
        }
        seeks.forEach(seq -> wishes.add(Json.object().put("type", "seek").put("id", id).put("seq", Math.max(0, seq))));
        seeks.clear();
        return wishes;
    }

    private ObjectNode wish() {
        ObjectNode wish = Json.object().put("type", "view").put("id", id).put("filter", query.filter());
        query.connections().stream().sorted().forEach(wish.putArray("connections")::add);
        return wish.put("first", range.first()).put("rows", range.rows()).put("follow", range.follow());
    }

    synchronized void update(long newFirst, long newEnd, long newPending, List<RowJson> brought) {
        if (closed) {
            return;
        }
        first = newFirst;
        end = newEnd;
        pending = newPending;
        for (RowJson row : brought) {
            rows.put(row.row(), row.toApi());
            rowOfSeq.put(row.frame().seq(), row.row());
        }
        while (rows.size() > MOST_ROWS) {
            FrameRow dropped = rows.remove(rows.keySet().iterator().next());
            if (dropped != null) {
                rowOfSeq.remove(dropped.frame().seq());
            }
        }
    }

    synchronized void found(long seq, long row) {
        soughtSeq = seq;
        soughtRow = row;
    }

    /** A new session of the link knows nothing of this view and will number its rows anew. */
    synchronized void begin() {
        told = null;
        rows.clear();
        rowOfSeq.clear();
        soughtSeq = -1;
        if (!closed) {
            pending = 1;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        onClose.accept(this);
    }
}
