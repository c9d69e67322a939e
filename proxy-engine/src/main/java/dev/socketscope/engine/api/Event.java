package dev.socketscope.engine.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An immutable fact: something happened. {@code seq} counts from 0 without gaps; a reader that sees a gap has missed some. */
public sealed interface Event {
    long seq();

    Instant at();

    /** Id of the connection it happened on; null when it concerns the engine as a whole. */
    @Nullable
    String connection();

    /** The engine accepts connections at {@code address}. */
    record EngineStarted(long seq, Instant at, String address) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** A client asked for an upgrade and a route was found. */
    record ConnectionRequested(long seq, Instant at, String connection, String path, String client,
            String route) implements Event {}

    /** Both legs are open. {@code micros} from the client's acceptance to the forwarded 101. */
    record ConnectionOpened(long seq, Instant at, String connection, long micros) implements Event {}

    /** The upgrade ended without a 101; {@code status} is what the client got. */
    record HandshakeFailed(long seq, Instant at, String connection, int status, String reason) implements Event {}

    /** One leg ended; the other may still be sending. */
    record LegEnded(long seq, Instant at, String connection, Leg leg, CloseInfo.Manner manner,
            String detail) implements Event {}

    /** Both legs have ended. */
    record ConnectionClosed(long seq, Instant at, String connection, CloseInfo close) implements Event {}

    /** A peer broke a rule of RFC 6455 or 7692; the bytes were passed on as they came. */
    record ProtocolViolation(long seq, Instant at, String connection, Direction direction, String rule,
            String detail) implements Event {}

    /** Something was refused or cut because a limit was reached; {@code limit} is the configuration key. */
    record LimitReached(long seq, Instant at, @Nullable String connection, String limit,
            String detail) implements Event {}

    /** A plain HTTP exchange failed before the upstream answered. */
    record RequestFailed(long seq, Instant at, String method, String path, int status, String reason) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }
}
