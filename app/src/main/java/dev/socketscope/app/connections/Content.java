package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;

/** What a line of the table shows now. */
sealed interface Content permits Content.One, Totals {
    /** A connection. */
    record One(LiveConnection connection) implements Content {}
}
