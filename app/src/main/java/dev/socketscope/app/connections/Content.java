package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import java.util.Comparator;

/** What a line of the table shows now. */
sealed interface Content permits Content.One, Totals {
    /** A connection. */
    record One(LiveConnection connection) implements Content {}

    /** Orders connections; where groups stand is not for columns to say. */
    static Comparator<Content> by(Comparator<LiveConnection> order) {
        return (some, other) -> some instanceof One(LiveConnection one) && other instanceof One(LiveConnection two)
                ? order.compare(one, two) : 0;
    }
}
