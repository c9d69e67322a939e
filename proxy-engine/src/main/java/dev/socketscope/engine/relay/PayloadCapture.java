package dev.socketscope.engine.relay;

import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.ws.ContextInflater;
import dev.socketscope.engine.ws.FrameDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the beginning of a payload that is spread over several reads, or that has to be inflated while it passes. Memory is
 * taken when the first such part comes and given back when the frame has ended.
 */
final class PayloadCapture implements AutoCloseable {
    /** A message that inflates to more is not looked at any further; the relay itself does not care. */
    private static final long MAX_INFLATED = 256L << 20;

    private final ByteBufAllocator allocator;
    private final int maxPayload;
    private final @Nullable ContextInflater inflater;
    private @Nullable ByteBuf kept;
    private boolean compressedMessage;
    private boolean inflates;
    private boolean cut;

    /** @param takesOver whether messages refer to earlier ones, so that all of them must be inflated in order */
    PayloadCapture(ByteBufAllocator allocator, int maxPayload, boolean takesOver) {
        this.allocator = allocator;
        this.maxPayload = maxPayload;
        this.inflater = takesOver ? new ContextInflater(MAX_INFLATED) : null;
    }

    /** A frame begins. */
    void begin(FrameDecoder frame) {
        switch (frame.opcode()) {
            case TEXT, BINARY -> compressedMessage = (frame.firstByte() & 0x40) != 0;
            case CONTINUATION, CLOSE, PING, PONG, RESERVED -> {}
        }
        inflates = inflater != null && !inflater.lost() && compressedMessage && !frame.opcode().isControl();
        if (inflates) {
            room();
        }
    }

    /** Whether the present frame has to be inflated, and so cannot go to the log as it came. */
    boolean inflates() {
        return inflates;
    }

    /** Whether the part can go to the log at once. */
    boolean isWhole(FrameDecoder frame, ByteBuffer part) {
        return !inflates && frame.payloadPosition() == 0 && part.remaining() == frame.payloadLength();
    }

    void collect(FrameDecoder frame, ByteBuffer part) {
        ByteBuf buffer = kept == null ? room() : kept;
        if (inflates && inflater != null) {
            ByteBuffer out = writable(buffer);
            int before = out.position();
            inflater.feed(frame.maskKey(), frame.payloadPosition(), part, out);
            buffer.writerIndex(buffer.writerIndex() + out.position() - before);
        } else {
            int taken = Math.min(part.remaining(), maxPayload - buffer.writerIndex());
            buffer.writeBytes(part.slice(part.position(), taken));
        }
    }

    private ByteBuf room() {
        ByteBuf buffer = allocator.buffer(Math.min(maxPayload, 1024), maxPayload);
        kept = buffer;
        return buffer;
    }

    private ByteBuffer writable(ByteBuf buffer) {
        buffer.ensureWritable(maxPayload - buffer.writerIndex());
        return buffer.internalNioBuffer(buffer.writerIndex(), buffer.writableBytes());
    }

    /** Whether the present frame's payload is being kept here. */
    boolean collects() {
        return kept != null;
    }

    /** The present frame has ended: what was kept of it, still masked unless it was inflated. */
    ByteBuffer collected(FrameDecoder frame) {
        ByteBuf buffer = kept == null ? room() : kept;
        if (inflates && inflater != null) {
            if (frame.fin()) {
                ByteBuffer out = writable(buffer);
                int before = out.position();
                inflater.endOfMessage(out);
                buffer.writerIndex(buffer.writerIndex() + out.position() - before);
            }
            cut = inflater.takeCut() || inflater.lost();
        }
        return buffer.internalNioBuffer(0, buffer.writerIndex());
    }

    /** What the log has to know about the collected payload. */
    int flags() {
        return (inflates ? FrameLog.INFLATED : 0) | (inflates && cut ? FrameLog.TRUNCATED : 0);
    }

    /** Gives the memory back. */
    void release() {
        if (kept != null) {
            kept.release();
            kept = null;
        }
    }

    int heldBytes() {
        return kept == null ? 0 : kept.capacity();
    }

    @Override
    public void close() {
        release();
        if (inflater != null) {
            inflater.close();
        }
    }
}
