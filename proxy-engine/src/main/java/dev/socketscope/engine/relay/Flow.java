package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.ws.CloseCode;
import dev.socketscope.engine.ws.FrameDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a tunnel: takes what the source sends, lets the decoder look at it, and passes it on as it came. Only a Close
 * frame of the engine's own may be added, between two frames, and then nothing else follows.
 */
final class Flow {
    private final Direction direction;
    private final Tunnel tunnel;
    private final Channel source;
    private final Channel destination;
    private final FrameDecoder decoder;
    private final FrameRecorder recorder;
    private final TrafficCounter traffic;
    private final TrafficCounter loopTraffic;
    private @Nullable EngineClose insertion;
    private boolean ended;
    private boolean closeReported;
    private boolean unflushed;

    Flow(Direction direction, Tunnel tunnel, Channel source, Channel destination, FrameDecoder decoder,
            FrameRecorder recorder, TrafficCounter loopTraffic) {
        this.direction = direction;
        this.tunnel = tunnel;
        this.source = source;
        this.destination = destination;
        this.decoder = decoder;
        this.recorder = recorder;
        this.traffic = tunnel.connection().traffic(direction);
        this.loopTraffic = loopTraffic;
    }

    /** Takes ownership of the bytes. */
    void pass(ByteBuf bytes) {
        int length = bytes.readableBytes();
        long start = decoder.streamOffset();
        long now = System.nanoTime();
        recorder.beginRead(now);
        decoder.feed(view(bytes), recorder);
        traffic.add(recorder.frames(), recorder.messages(), length);
        loopTraffic.add(recorder.frames(), recorder.messages(), length);
        tunnel.alive(now, recorder.frames());
        forward(bytes, start);
        if (recorder.close().seen() && !closeReported) {
            closeReported = true;
            tunnel.ending().closeFrame(direction.source(), recorder.close());
        }
        if (!ended && !destination.isWritable()) {
            source.config().setAutoRead(false);
        }
    }

    private static ByteBuffer view(ByteBuf bytes) {
        return bytes.nioBufferCount() == 1 ? bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes())
                : bytes.nioBuffer();
    }

    private void forward(ByteBuf bytes, long start) {
        if (ended) {
            bytes.release();
        } else if (recorder.oversized() != FrameRecorder.NONE) {
            cutBefore(bytes, recorder.oversized() - start);
        } else if (insertion != null && recorder.firstEnd() != FrameRecorder.NONE) {
            writeUpTo(bytes, recorder.firstEnd() - start);
            writeInsertion(insertion);
        } else {
            write(bytes);
        }
    }

    /** A frame longer than allowed begins at the index; negative when its first bytes have already been passed on. */
    private void cutBefore(ByteBuf bytes, long index) {
        writeUpTo(bytes, Math.max(0, index));
        if (index >= 0) {
            Leg receiver = direction.source().other();
            writeInsertion(
                    EngineClose.of(receiver, CloseCode.GOING_AWAY, "the other side sent a frame that is too long"));
        }
        drop();
        tunnel.ending().byEngine().frameTooLong(direction.source(), recorder.oversizedLength());
    }

    private void writeUpTo(ByteBuf bytes, long length) {
        if (length == 0) {
            bytes.release();
        } else {
            write(bytes.writerIndex(bytes.readerIndex() + (int) length));
        }
    }

    private void write(ByteBuf bytes) {
        unflushed = true;
        destination.write(bytes, destination.voidPromise());
    }

    /** The source's present reads have all been passed on. */
    void flush() {
        if (!unflushed) {
            return;
        }
        unflushed = false;
        destination.flush();
        InProxyStamps stamps = recorder.stamps();
        if (stamps.isEmpty()) {
            return;
        }
        if (pendingBytes() == 0) {
            stamps.delivered(System.nanoTime());
        } else {
            Runnable delivered = stamps.deliveredLater();
            destination.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> {
                if (f.isSuccess()) {
                    delivered.run();
                }
            });
        }
    }

    /** Reads unless the destination is full. One that is broken already is never writable, and must not stop the reading. */
    void start() {
        source.config().setAutoRead(ended || destination.isWritable());
    }

    void destinationWritable() {
        if (destination.isWritable() || ended) {
            source.config().setAutoRead(true);
        }
    }

    /** Nothing more is passed on; what still comes is read, looked at and dropped. */
    void drop() {
        ended = true;
        insertion = null;
        source.config().setAutoRead(true);
    }

    /** Sends a frame of the engine's own as soon as the frame that is under way has ended, and nothing after it. */
    void closeWith(EngineClose close) {
        if (ended || insertion != null) {
            return;
        }
        if (decoder.atFrameBoundary()) {
            writeInsertion(close);
            destination.flush();
        } else {
            insertion = close;
        }
    }

    private void writeInsertion(EngineClose close) {
        recorder.injected(close);
        destination.write(Unpooled.wrappedBuffer(close.frame()), destination.voidPromise());
        unflushed = true;
        drop();
    }

    Channel source() {
        return source;
    }

    Channel destination() {
        return destination;
    }

    CloseWatch close() {
        return recorder.close();
    }

    /** Bytes that wait in the engine for the destination to take them. */
    long pendingBytes() {
        ChannelOutboundBuffer out = destination.unsafe().outboundBuffer();
        return out == null ? 0 : out.totalPendingWriteBytes();
    }

    /** Everything that this direction holds in memory. */
    long heldBytes() {
        return pendingBytes() + recorder.heldBytes();
    }

    void release() {
        recorder.release();
    }
}
