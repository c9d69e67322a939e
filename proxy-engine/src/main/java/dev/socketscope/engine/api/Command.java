package dev.socketscope.engine.api;

import java.util.List;

/** Something a person or a program asks the engine to do. */
public sealed interface Command {
    /**
     * Ends one or both legs of a connection now.
     *
     * @param connection id
     * @param legs which side is ended; the other side follows as it would for a peer that ended so
     * @param mode what the peer sees
     * @param code for {@link Mode#CLOSE}; a code that may stand on the wire (never 1005, 1006, 1015)
     * @param reason for {@link Mode#CLOSE}; at most 123 bytes of UTF-8
     */
    record EndConnection(String connection, Legs legs, Mode mode, int code, String reason) implements Command {}

    /**
     * Sends a message that no peer has sent, as soon as one may begin there.
     *
     * @param direction which way it travels
     * @param opcode {@link Opcode#TEXT} or {@link Opcode#BINARY}
     * @param payload at most 16 MiB; for {@code TEXT} valid UTF-8; never changed afterwards
     */
    record InjectMessage(String connection, Direction direction, Opcode opcode, byte[] payload) implements Command {
        /** Longest payload in bytes. */
        public static final int LONGEST = 16 << 20;
    }

    /** Forgets all captured frames; counters and connections stay. */
    record ClearCapture() implements Command {}

    /** Dials a lost upstream at once instead of at the planned time. */
    record RetryNow(String connection) implements Command {}

    /** Waits no longer for a lost leg; the connection ends as it does when the attempts are used up. */
    record GiveUp(String connection) implements Command {}

    /** Changes when a connection's upstream is dialled again, now and for later losses. */
    record ChangeSchedule(String connection, Reconnect schedule) implements Command {}

    /** Ends all connections of a sandbox with 1001. */
    record CloseSandbox(String sandbox) implements Command {}

    /** Sends the updates that wait for a page to it, if it is there. */
    record FlushHmr(String connection) implements Command {}

    /** Forgets the updates that wait for a page. */
    record DropHmr(String connection) implements Command {}

    /** Disturbs connections from now on, those that are open too. Answered with {@link Reply.Armed}. */
    record ArmFault(Fault fault) implements Command {}

    /**
     * Ends a fault. What it held back goes on.
     *
     * @param id {@code flt_…}
     */
    record DisarmFault(String id) implements Command {}

    /** Ends all faults. */
    record DisarmAll() implements Command {}

    /** Holds messages from now on, on connections that are open too. Answered with {@link Reply.Armed}. */
    record SetBreakpoint(Breakpoint breakpoint) implements Command {}

    /**
     * Removes a breakpoint. What it holds goes on, unchanged and in order.
     *
     * @param id {@code brk_…}
     */
    record ClearBreakpoint(String id) implements Command {}

    /** Removes all breakpoints, as {@link ClearBreakpoint} does. */
    record ClearBreakpoints() implements Command {}

    /**
     * Decides on a message that a breakpoint holds. It leaves as soon as those held before it have left.
     *
     * @param id {@code held_…}
     */
    record ReleaseHeld(String id, Release how) implements Command {}

    /**
     * Sends captured messages into an open connection. Nothing is sent unless all of them can be. Answered with {@link Reply.Armed}
     * when the first one is about to be sent.
     *
     * @param connection where to; need not be where they were captured
     */
    record StartReplay(String connection, ReplayPlan plan) implements Command {}

    /**
     * Sends nothing more of a replay.
     *
     * @param id {@code rpl_…}
     */
    record CancelReplay(String id) implements Command {}

    /** Cancels all replays. */
    record CancelReplays() implements Command {}

    /**
     * Sends requests and upgrades that come from now on by other routes. Open connections keep theirs. When one of the routes cannot work,
     * all of the old ones stay.
     *
     * @param routes at least one; first match wins after sorting by the longest path
     */
    record ReplaceRoutes(List<Route> routes) implements Command {
        public ReplaceRoutes {
            routes = List.copyOf(routes);
        }
    }

    /** Which side. */
    enum Legs {
        CLIENT, UPSTREAM, BOTH;

        public boolean includes(Leg leg) {
            return this == BOTH || name().equals(leg.name());
        }
    }

    /** What a peer sees of an ended leg. */
    enum Mode {
        /** A Close frame, then FIN. */
        CLOSE,
        /** FIN without a Close frame. */
        FIN,
        /** A TCP reset. */
        RST
    }
}
