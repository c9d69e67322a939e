package dev.socketscope.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * The content of a frame or of a whole message, as a person wants to read it: unmasked, fragments joined, inflated.
 *
 * @param firstSeq the first frame that the bytes come from
 * @param lastSeq the last frame that the bytes come from
 * @param opcode {@code TEXT}, {@code BINARY} or a control opcode; never {@code CONTINUATION} for a message
 * @param bytes the content; not to be changed by the receiver
 * @param wireLength payload bytes on the wire, before inflating and before capture cut anything off
 * @param compressed whether the bytes were inflated (RFC 7692)
 * @param complete whether {@code bytes} is everything the peer sent
 * @param note why the content is incomplete or could not be inflated; null when there is nothing to say
 */
public record Payload(long firstSeq, long lastSeq, Opcode opcode, byte[] bytes, long wireLength, boolean compressed,
        boolean complete, @Nullable String note) {}
