package dev.socketscope.engine.api;

import java.util.List;

/**
 * One captured WebSocket frame as it stood on the wire (RFC 6455 §5.2), without its payload.
 *
 * @param seq position in the engine's capture, from 0, without gaps
 * @param atMicros when the frame's last byte was read, microseconds since the epoch
 * @param connection id of the connection, {@code ws_…}
 * @param direction who sent it
 * @param firstByte FIN, RSV1–3 and the opcode, 0–255
 * @param masked whether the payload was masked on the wire (§5.3); captured payloads are always unmasked
 * @param length payload bytes on the wire
 * @param captured payload bytes that were kept; more than {@code length} is possible when they are {@code inflated}
 * @param truncated whether a part of the payload was not kept
 * @param inflated whether the kept bytes were inflated at capture time, because the connection's compression spans messages and
 *        they could not be inflated alone later (RFC 7692 §7.1.1)
 * @param inProxyMicros from the frame's last byte read to its last byte handed to the other leg's kernel; -1 while unknown
 * @param messageSeq {@code seq} of the first frame of the message this frame belongs to; its own for control frames
 * @param injected whether the engine, not a peer, made the frame
 * @param held whether the engine kept the frame back before it went on
 * @param faults ids of the faults that touched it
 */
public record Frame(long seq, long atMicros, String connection, Direction direction, int firstByte, boolean masked,
        long length, int captured, boolean truncated, boolean inflated, long inProxyMicros, long messageSeq,
        boolean injected, boolean held, List<String> faults) {
    public static final long IN_PROXY_UNKNOWN = -1;

    public Opcode opcode() {
        return Opcode.of(firstByte);
    }

    public boolean fin() {
        return (firstByte & 0x80) != 0;
    }

    /** Set on the first frame of a message that {@code permessage-deflate} compressed (RFC 7692 §6). */
    public boolean rsv1() {
        return (firstByte & 0x40) != 0;
    }

    /** The three reserved bits as a number 0–7, RSV1 highest. */
    public int rsv() {
        return firstByte >> 4 & 7;
    }
}
