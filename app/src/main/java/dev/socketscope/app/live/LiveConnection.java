package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;

/**
 * A connection with what can only be seen over time.
 *
 * @param connection the connection as the engine told it
 * @param toUpstream what the client sends now
 * @param toClient what the upstream sends now
 * @param trend messages per second, both ways together
 */
public record LiveConnection(Connection connection, Rates toUpstream, Rates toClient, Trend trend) {
    public String id() {
        return connection.id();
    }

    public Rates rates(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? toUpstream : toClient;
    }
}
