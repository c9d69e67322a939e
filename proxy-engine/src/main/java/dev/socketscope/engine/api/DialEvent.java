package dev.socketscope.engine.api;

import java.util.List;

/** What becomes of a WebSocket that a {@link Dialer} opens. The last one is {@link Refused}, {@link Failed} or {@link Closed}. */
public sealed interface DialEvent {

    /**
     * The peer's answer to the upgrade.
     *
     * @param status for example 101
     * @param reasonPhrase the phrase beside it; may be empty
     * @param headers as they stood on the wire
     */
    record Answer(int status, String reasonPhrase, List<Header> headers) {}

    /** Messages go both ways from now on. */
    record Opened(Answer answer) implements DialEvent {}

    /** The peer answered, but there is no WebSocket. @param why what was wrong with the answer */
    record Refused(Answer answer, String why) implements DialEvent {}

    /** There was no answer. @param why in words */
    record Failed(String why) implements DialEvent {}

    /**
     * A whole message, or a Ping or Pong.
     *
     * @param opcode {@link Opcode#TEXT}, {@code BINARY}, {@code PING} or {@code PONG}
     * @param payload unmasked and inflated; the listener's
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Received(Opcode opcode, byte[] payload) implements DialEvent {}

    /**
     * An open connection has ended.
     *
     * @param code as in RFC 6455 §7.4; {@link CloseInfo#ABNORMAL} when there was no Close frame
     * @param reason the peer's, ours, or what happened; may be empty
     * @param remote whether the peer began to end it
     */
    record Closed(int code, String reason, boolean remote) implements DialEvent {}
}
