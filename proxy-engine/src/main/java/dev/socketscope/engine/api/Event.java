package dev.socketscope.engine.api;

import java.time.Duration;
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

    /**
     * Requests and upgrades find other routes from now on; open connections keep theirs.
     *
     * @param routes how many there are now
     * @param source where they came from, for people: a file's name, or {@code a command}
     */
    record Reconfigured(long seq, Instant at, int routes, String source) implements Event {
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

    /** A client could not finish its TLS handshake; told at most ten times in ten seconds. {@code client} is {@code host:port}. */
    record TlsFailed(long seq, Instant at, String client, String reason) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** The upstream's leg was lost; the client's is held. */
    record UpstreamLost(long seq, Instant at, String connection, CloseInfo.Manner manner,
            String detail) implements Event {}

    /**
     * The upstream will be dialled again.
     *
     * @param attempt from 1
     * @param planned when, jitter included
     * @param delay without jitter
     * @param jitter most that jitter may add
     */
    record ReconnectPlanned(long seq, Instant at, String connection, int attempt, int maxAttempts, Instant planned,
            Duration delay, Duration jitter) implements Event {}

    /** An attempt went wrong; the next one is planned, or the connection ends. */
    record ReconnectFailed(long seq, Instant at, String connection, int attempt, String reason) implements Event {}

    /** The upstream is back. {@code flushed} messages that had waited were sent to it. */
    record UpstreamBack(long seq, Instant at, String connection, int attempts, Duration away,
            int flushed) implements Event {}

    /** The client was lost; the upstream's leg is held until it returns, or until {@code until}. */
    record ClientLost(long seq, Instant at, String connection, CloseInfo.Manner manner, String detail,
            Instant until) implements Event {}

    /** The client is back. {@code flushed} messages that had waited were sent to it. */
    record ClientBack(long seq, Instant at, String connection, Duration away, int flushed) implements Event {}

    /** Messages that waited were lost; {@code bound} is the configuration key of the bound that was reached, or says what happened. */
    record MessagesDropped(long seq, Instant at, String connection, Direction direction, long messages,
            String bound) implements Event {}

    /** A ping of the engine was not answered in time. At {@code allowed} in a row the leg counts as dead. */
    record PongMissed(long seq, Instant at, String connection, Leg leg, int missed, int allowed) implements Event {}

    /** Nothing has passed for so long that {@code limit}, which stands somewhere on the way, may soon cut the connection. */
    record IdleWarning(long seq, Instant at, String connection, Duration idle, String limit) implements Event {}

    /** After a gap in a page's hot-reload socket the engine has found out what the page must be told. */
    record GapSettled(long seq, Instant at, String connection, String dialect, Settlement settlement,
            String detail) implements Event {}

    /** What a page was told after a gap. */
    enum Settlement {
        /** Nothing has changed. */
        NOTHING,
        /** Updates for exactly the modules that have changed. */
        UPDATES,
        /** To load itself anew. */
        RELOAD
    }

    /** A service level has passed its alert threshold; told once until it is cleared. */
    record AlertRaised(long seq, Instant at, ServiceLevel.Kind level, double value) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** A service level is on the right side of its alert threshold again. */
    record AlertCleared(long seq, Instant at, ServiceLevel.Kind level, double value) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** A fault may act from now on, or after its {@code after}. {@code label} may be empty. */
    record FaultArmed(long seq, Instant at, String fault, FaultType type, String label) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** A fault acts no more. */
    record FaultDisarmed(long seq, Instant at, String fault, FaultType type, String label,
            DisarmReason reason) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** Why a fault ended. */
    enum DisarmReason {
        /** Somebody asked for it. */
        USER,
        /** Its duration is over, or its last cycle. */
        EXPIRED,
        /** It has fired as often as it may. */
        COUNT_USED_UP
    }

    /**
     * A fault has acted on a connection; {@code detail} says what it did, never with payload. A fault that acts all the time tells once
     * for each direction of a connection.
     */
    record FaultFired(long seq, Instant at, String connection, String fault, FaultType type,
            String detail) implements Event {}

    /** Messages are held from now on. {@code label} may be empty. */
    record BreakpointSet(long seq, Instant at, String breakpoint, String label) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** A breakpoint holds no more. */
    record BreakpointCleared(long seq, Instant at, String breakpoint, String label,
            DisarmReason reason) implements Event {
        @Override
        public @Nullable String connection() {
            return null;
        }
    }

    /** A message waits for a decision. {@code length} is of its content, inflated. */
    record MessageHeld(long seq, Instant at, String connection, String held, String breakpoint, Direction direction,
            Opcode opcode, long length) implements Event {}

    /** A held message waits no longer for a decision; {@code waited} since it was held. */
    record MessageReleased(long seq, Instant at, String connection, String held, String breakpoint,
            Direction direction, Outcome outcome, Duration waited) implements Event {}

    /** What became of a held message. All but {@code EDITED}, {@code DROPPED} and {@code LOST} went on unchanged. */
    enum Outcome {
        /** Somebody let it go on. */
        FORWARDED,
        /** Somebody sent another one in its place. */
        EDITED,
        /** Somebody dropped it. */
        DROPPED,
        /** Nobody decided in time. */
        EXPIRED,
        /** Its breakpoint was cleared. */
        CLEARED,
        /** So much waited behind it, or at other breakpoints, that it had to make room. */
        MADE_ROOM,
        /** Its connection ended. */
        LOST
    }

    /** Captured messages are being sent into a connection. */
    record ReplayStarted(long seq, Instant at, String connection, String replay, int messages,
            long bytes) implements Event {}

    /** A replay is over; {@code detail} says why not everything was sent, if so. */
    record ReplayFinished(long seq, Instant at, String connection, String replay, ReplayStatus.State state, int sent,
            int messages, String detail) implements Event {}
}
