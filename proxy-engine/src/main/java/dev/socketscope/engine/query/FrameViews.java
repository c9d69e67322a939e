package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.query.filter.Filter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens live views of the capture. One daemon thread serves all of them; it starts with the first view that needs it, and sleeps
 * while nothing new is captured.
 */
public final class FrameViews implements AutoCloseable {
    private final FrameStore log;
    private final Function<String, @Nullable Connection> connections;
    private final Previews previews;
    private final FrameIndexer indexer;

    /**
     * @param connections tells a connection of its id, null when it is not known any more; called on the views' own thread, so it
     *        must be safe for that and quick
     */
    public FrameViews(FrameStore log, Function<String, @Nullable Connection> connections) {
        this.log = log;
        this.connections = connections;
        this.previews = new Previews(log);
        this.indexer = new FrameIndexer(log);
    }

    /**
     * Opens a view, which the caller closes.
     *
     * @throws FilterException when the filter cannot be understood
     */
    public FrameView open(FrameQuery query) throws FilterException {
        Filter filter = Filter.parse(query.filter());
        if (query.connections().isEmpty() && filter.isAll()) {
            return new DirectFrameView(log, previews);
        }
        Selection selection = new Selection(query.connections(), filter, log::connectionId, connections);
        IndexedFrameView view = new IndexedFrameView(log, log.screening(filter.screen()), previews, selection,
                indexer::remove);
        indexer.add(view);
        return view;
    }

    /** Stops the thread. Views that are still open stand still. */
    @Override
    public void close() {
        indexer.close();
    }
}
