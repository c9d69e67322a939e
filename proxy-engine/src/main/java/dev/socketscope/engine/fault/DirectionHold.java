package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import java.util.random.RandomGenerator;

/** A fault's hold on one direction of a connection, with its own luck. Belongs to the connection's thread. */
final class DirectionHold {
    private final ConnectionHold connection;
    private final Direction direction;
    private final RandomGenerator random;
    private boolean told;

    DirectionHold(ConnectionHold connection, Direction direction, RandomGenerator random) {
        this.connection = connection;
        this.direction = direction;
        this.random = random;
    }

    FaultRule rule() {
        return connection.rule();
    }

    ConnectionHold connection() {
        return connection;
    }

    Direction direction() {
        return direction;
    }

    RandomGenerator random() {
        return random;
    }

    /** Whether the fault acts now. One that lasts is told of once, when it has taken hold. */
    boolean holds(long now) {
        boolean holds = connection.grip().holds(now);
        if (holds && !told) {
            told = true;
            connection.tell(rule().armed().type().wireName() + ' ' + direction.wireName(), now);
        }
        return holds;
    }
}
