package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.Members;
import dev.socketscope.engine.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one reader of the stream has asked for and has got. Everything is pulled from the engine when the reader's turn comes, so a
 * link to an engine with 20,000 frames a second carries what a window shows and no more. In a second that is at most:
 *
 * <ul>
 * <li>events: {@value EventFeed#MOST_EVENTS} a turn; those the journal dropped meanwhile are counted as {@code missed};
 * <li>status (counters, service levels, faults, hot reloading): four times, if it has changed;
 * <li>connections: four times those that have changed, {@value ConnectionFeed#MOST_CHANGES} of them each time; the rest follows;
 * <li>rows: of at most {@value ViewFeeds#MOST_VIEWS} views, each with a range of at most {@value ViewFeed#MOST_ROWS} rows; a row
 * is sent once, and again when it is complete; together {@value ViewFeeds#ROWS_A_TURN} a turn.
 * </ul>
 *
 * A reader has twenty turns a second. Belongs to one thread.
 */
final class StreamSession implements AutoCloseable {
    private final Engine engine;
    private final EventFeed events;
    private final StatusFeed status;
    private final ConnectionFeed connections;
    private final RttFeed rtt;
    private final ViewFeeds views;
    private final List<Object> replies = new ArrayList<>();
    private boolean wantsStatus;
    private boolean wantsConnections;

    /** @param after the cursor in the journal of events, as in {@code GET /events} */
    StreamSession(Engine engine, long after) {
        this.engine = engine;
        this.events = new EventFeed(engine, after);
        this.status = new StatusFeed(engine, System::nanoTime);
        this.connections = new ConnectionFeed(engine, System::nanoTime);
        this.rtt = new RttFeed(engine);
        this.views = new ViewFeeds(engine);
    }

    /** A reader's wish; one that cannot be understood is answered with a message of type {@code problem}. */
    void receive(ObjectNode message) {
        try {
            Members in = new Members(message, "");
            wish(in.text("type"), in);
            in.finish();
        } catch (WireException e) {
            replies.add(StreamMessages.problem(e));
        }
    }

    private void wish(String type, Members in) {
        switch (type) {
            case "subscribe" -> subscribe(in);
            case "view" -> views.open(in);
            case "close-view" -> views.close(in.whole("id"));
            case "seek" -> replies.add(views.seek(in.whole("id"), in.number("seq")));
            case "rtt" -> rtt.begin(in);
            case "close-rtt" -> rtt.end(in);
            default -> throw new WireException("type", '"' + type + '"',
                    "one of subscribe, view, close-view, seek, rtt, close-rtt");
        }
    }

    private void subscribe(Members in) {
        wantsStatus = in.flag("status", wantsStatus);
        wantsConnections = in.flag("connections", wantsConnections);
        if (in.flag("engine", false)) {
            replies.add(StreamMessages.engine(engine));
        }
    }

    /** What is new: values that become one message each. */
    List<Object> collect() {
        List<Object> out = new ArrayList<>(replies);
        replies.clear();
        events.collect(out);
        if (wantsStatus) {
            status.collect(out);
        }
        if (wantsConnections) {
            connections.collect(out);
        }
        rtt.collect(out);
        views.collect(out);
        return out;
    }

    @Override
    public void close() {
        views.close();
    }
}
