package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.RowJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The views that are open on this side. Any thread. */
final class ViewMirror {
    private final Map<Integer, RemoteFrameView> open = new LinkedHashMap<>();
    private final List<Integer> closed = new ArrayList<>();
    private int lastId;

    synchronized RemoteFrameView open(FrameQuery query) {
        RemoteFrameView view = new RemoteFrameView(++lastId, query, this::forget);
        open.put(view.id(), view);
        return view;
    }

    private synchronized void forget(RemoteFrameView view) {
        if (open.remove(view.id()) != null) {
            closed.add(view.id());
        }
    }

    synchronized List<ObjectNode> takeWishes() {
        List<ObjectNode> wishes = new ArrayList<>();
        closed.forEach(id -> wishes.add(Json.object().put("type", "close-view").put("id", id)));
        closed.clear();
        open.values().forEach(view -> wishes.addAll(view.takeWishes()));
        return wishes;
    }

    void update(int id, long first, long end, long pending, List<RowJson> rows) {
        find(id).ifPresent(view -> view.update(first, end, pending, rows));
    }

    void found(int id, long seq, long row) {
        find(id).ifPresent(view -> view.found(seq, row));
    }

    private synchronized Optional<RemoteFrameView> find(int id) {
        return Optional.ofNullable(open.get(id));
    }

    synchronized void begin() {
        closed.clear();
        open.values().forEach(RemoteFrameView::begin);
    }
}
