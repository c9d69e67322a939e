package dev.socketscope.engine.api;

/** A WebSocket that a {@link Dialer} opens or has opened. Safe for any thread; nothing here waits. */
public interface Dialed {
    /**
     * Hands a whole message, a Ping or a Pong over for sending.
     *
     * @param opcode {@link Opcode#TEXT}, {@code BINARY}, {@code PING} or {@code PONG}
     * @param payload UTF-8 for a text; at most 125 bytes for Ping and Pong (RFC 6455 §5.5)
     * @return false when it is not open, or so much waits for a peer that does not read that nothing more is taken
     */
    boolean send(Opcode opcode, byte[] payload);

    /**
     * Begins the closing handshake (RFC 6455 §7.1.2); it ends when the peer answers. Does nothing when it is not open.
     *
     * @param code one that {@link CloseCode#mayStandOnWire} allows
     * @param reason at most {@link CloseCode#LONGEST_REASON} bytes
     */
    void close(int code, String reason);

    /** Ends the TCP connection, or the attempt to make one, at once. */
    void drop();
}
