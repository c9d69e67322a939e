package dev.socketscope.engine.conversation;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.export.ConnectionMessages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said on a connection, in order; what the engine added is not part of it.
 *
 * @param id of the connection
 * @param target path and query of its upgrade
 * @param subprotocol null when none was agreed on
 * @param close how it ended; null when it did not
 */
public record Conversation(String id, String target, @Nullable String subprotocol, List<Turn> turns,
        @Nullable CloseInfo close) {
    /** More would not be compared in reasonable time. */
    public static final int MOST_TURNS = 20_000;
    private static final long MOST_BYTES = 512L << 20;

    /**
     * A message of one side.
     *
     * @param atMicros when its last byte was read, since the epoch
     */
    public record Turn(Direction direction, long atMicros, Message message) {}

    /**
     * Reads a connection's messages.
     *
     * @throws IOException when some cannot be had whole, or there are too many; the message is for people
     */
    public static Conversation of(Engine engine, Connection connection) throws IOException {
        List<Turn> turns = new ArrayList<>();
        long[] bytes = {0};
        long lost = ConnectionMessages.each(engine, connection.id(), (frame, content) -> {
            if (frame.injected()) {
                return;
            }
            if (!content.complete()) {
                throw new IOException("the message of frame " + frame.seq() + " was not captured whole");
            }
            bytes[0] += content.bytes().length;
            if (turns.size() == MOST_TURNS || bytes[0] > MOST_BYTES) {
                throw new IOException(connection.id() + " is too long to be held again: more than " + MOST_TURNS
                        + " messages or " + (MOST_BYTES >> 20) + " MiB");
            }
            turns.add(new Turn(frame.direction(), frame.atMicros(), new Message(content.opcode(), content.bytes())));
        });
        if (lost > 0) {
            throw new IOException(lost + " frames of " + connection.id() + " could not be read");
        }
        String query = connection.query() == null ? "" : "?" + connection.query();
        return new Conversation(connection.id(), connection.path() + query, connection.subprotocol(),
                List.copyOf(turns), connection.close());
    }

    /** The messages of one side. */
    List<Message> of(Direction direction) {
        return turns.stream().filter(turn -> turn.direction() == direction).map(Turn::message).toList();
    }
}
