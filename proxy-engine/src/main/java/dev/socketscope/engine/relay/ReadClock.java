package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/** Sits before an HTTP decoder and notes when bytes came, and how the first of them looked. */
final class ReadClock extends ChannelInboundHandlerAdapter {
    private static final int SAMPLE_BYTES = 120;

    private final long startNanos = System.nanoTime();
    private long firstNanos;
    private long lastNanos;
    private String sample = "";
    private boolean used;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        lastNanos = System.nanoTime();
        if (firstNanos == 0) {
            firstNanos = lastNanos;
            if (msg instanceof ByteBuf bytes) {
                int length = Math.min(bytes.readableBytes(), SAMPLE_BYTES);
                sample = bytes.toString(bytes.readerIndex(), length, StandardCharsets.ISO_8859_1);
            }
        }
        ctx.fireChannelRead(msg);
    }

    /** Forgets what came: the next byte begins a new message. */
    void nextMessage() {
        firstNanos = 0;
        sample = "";
        used = true;
    }

    /** Whether an earlier message came on this connection. */
    boolean used() {
        return used;
    }

    /** When the connection was accepted or opened. */
    long startNanos() {
        return startNanos;
    }

    /** When the message's first byte was read; 0 before. */
    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    /** The message's first bytes, at most {@value #SAMPLE_BYTES}. */
    String sample() {
        return sample;
    }
}
