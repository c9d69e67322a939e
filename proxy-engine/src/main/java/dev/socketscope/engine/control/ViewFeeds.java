package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.wire.Members;
import dev.socketscope.engine.wire.WireException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The frame views of one stream, by the numbers that its reader has given them. */
final class ViewFeeds implements Feed, AutoCloseable {
    static final int MOST_VIEWS = 8;
    static final int ROWS_A_TURN = 250;

    private final Engine engine;
    private final Map<Integer, ViewFeed> views = new LinkedHashMap<>();

    ViewFeeds(Engine engine) {
        this.engine = engine;
    }

    /** Opens a view, or moves the range of one that is open with the same query. */
    void open(Members in) {
        int id = in.whole("id");
        FrameQuery query = new FrameQuery(Set.copyOf(in.texts("connections")), in.text("filter", ""));
        ViewFeed.Range range = ViewFeed.Range.read(in);
        ViewFeed open = views.get(id);
        if (open == null || !open.query().equals(query)) {
            open = open(id, query);
        }
        open.move(range);
    }

    private ViewFeed open(int id, FrameQuery query) {
        if (views.size() >= MOST_VIEWS && !views.containsKey(id)) {
            throw new WireException("id", Integer.toString(id),
                    "at most " + MOST_VIEWS + " views at a time; close one with close-view");
        }
        try {
            ViewFeed opened = new ViewFeed(id, query, engine.frames(query));
            close(id);
            views.put(id, opened);
            return opened;
        } catch (FilterException e) {
            throw new WireException("filter", '"' + query.filter() + '"',
                    "a filter; " + e.getMessage() + " (at character " + (e.position() + 1) + ")");
        }
    }

    StreamMessages.Found seek(int id, long seq) {
        ViewFeed view = views.get(id);
        if (view == null) {
            throw new WireException("id", Integer.toString(id), "a view that is open");
        }
        return view.seek(seq);
    }

    void close(int id) {
        ViewFeed view = views.remove(id);
        if (view != null) {
            view.close();
        }
    }

    @Override
    public void collect(List<Object> out) {
        int left = ROWS_A_TURN;
        for (ViewFeed view : views.values()) {
            left -= view.collect(out, left);
        }
    }

    @Override
    public void close() {
        views.values().forEach(ViewFeed::close);
        views.clear();
    }
}
