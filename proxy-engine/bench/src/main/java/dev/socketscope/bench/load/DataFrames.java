package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.FrameReader;
import dev.socketscope.bench.peer.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a relay sends to a client. Data frames go to a subclass. What pings carry goes back in a pong (RFC 6455 §5.5.3), or a relay that
 * pings would take this client for dead; of other control frames nothing is told.
 */
abstract class DataFrames extends FrameReader {
    private static final int MASK_KEY = 0x5ca1ab1e;
    private ByteBuf ping = Unpooled.EMPTY_BUFFER;
    private @Nullable Channel channel;
    private int opcode;

    /** From now on there is somebody to answer. */
    final void on(Channel open) {
        channel = open;
    }

    abstract void header(long length, int maskKey);

    abstract void payload(ByteBuf in, int at, int count, long from);

    abstract void end();

    @Override
    protected final void onHeader(int firstByte, long payloadLength, int maskKey) {
        opcode = firstByte & 0xF;
        if (opcode < Frames.CLOSE) {
            header(payloadLength, maskKey);
        } else if (opcode == Frames.PING) {
            ping = Unpooled.buffer((int) payloadLength);
        }
    }

    @Override
    protected final void onPayload(ByteBuf in, int at, int count, long from) {
        if (opcode < Frames.CLOSE) {
            payload(in, at, count, from);
        } else if (opcode == Frames.PING) {
            ping.writeBytes(in, at, count);
        }
    }

    @Override
    protected final void onEnd() {
        if (opcode < Frames.CLOSE) {
            end();
        } else if (opcode == Frames.PING && channel != null) {
            ByteBuf out = channel.alloc().buffer(Frames.HEADER_ROOM + ping.readableBytes());
            Frames.writeMasked(out, Frames.FIN | Frames.PONG, MASK_KEY, ping);
            channel.writeAndFlush(out, channel.voidPromise());
        }
    }
}
