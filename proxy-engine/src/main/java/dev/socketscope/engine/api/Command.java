package dev.socketscope.engine.api;

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

    /** Forgets all captured frames; counters and connections stay. */
    record ClearCapture() implements Command {}

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
