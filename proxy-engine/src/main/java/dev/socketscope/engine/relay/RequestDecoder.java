package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Netty's strict request decoder, which also refuses folded header lines (RFC 9112 §5.2): a proxy that mends them may read a
 * request differently from the server behind it.
 */
final class RequestDecoder extends HttpRequestDecoder {
    static final int MAX_LINE = 16 << 10;
    static final int MAX_HEADERS = 64 << 10;
    private static final int MAX_CHUNK = 64 << 10;

    /** The head was not complete in time. */
    static final class SlowHeadException extends Exception {
        private static final long serialVersionUID = 1L;

        SlowHeadException(Duration patience) {
            super("its head was not complete within " + patience.toMillis() + " ms", null, false, false);
        }
    }

    private final Duration patience;
    private boolean inHead = true;
    /** Nothing that still comes is of interest. */
    private boolean over;
    private @Nullable Future<?> deadline;
    /** Line feeds since the last byte that was neither a line feed nor a carriage return. */
    private int emptyLines;
    private boolean lineSeen;

    /** @param patience from the first byte of a head to its last; a client that takes longer wants to keep the engine busy */
    RequestDecoder(Duration patience) {
        super(config());
        this.patience = patience;
    }

    /** The limits and the strictness that both sides share. */
    static HttpDecoderConfig config() {
        return new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxChunkSize(MAX_CHUNK)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false)
                .setUseRfc9112TransferEncoding(true);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (over || inHead && foldsALine(in)) {
            in.skipBytes(in.readableBytes());
            if (!over) {
                out.add(refused(new IllegalArgumentException("a header line is folded")));
            }
            return;
        }
        int before = out.size();
        super.decode(ctx, in, out);
        for (int i = before; i < out.size(); i++) {
            Object part = out.get(i);
            if (part instanceof HttpMessage) {
                inHead = false;
            }
            if (part instanceof LastHttpContent) {
                startHead();
            }
        }
        watchTime(ctx);
    }

    /** Most heads come in one piece and need no timer. */
    private void watchTime(ChannelHandlerContext ctx) {
        boolean halfway = inHead && lineSeen;
        if (halfway && deadline == null) {
            deadline = ctx.executor().schedule(() -> tooSlow(ctx), patience.toNanos(), TimeUnit.NANOSECONDS);
        } else if (!halfway) {
            stopWatching();
        }
    }

    private void stopWatching() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void tooSlow(ChannelHandlerContext ctx) {
        if (!over) {
            ctx.fireChannelRead(refused(new SlowHeadException(patience)));
            ctx.fireChannelReadComplete();
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) throws Exception {
        stopWatching();
        super.handlerRemoved0(ctx);
    }

    private void startHead() {
        inHead = true;
        lineSeen = false;
        emptyLines = 0;
    }

    private HttpMessage refused(Exception why) {
        over = true;
        HttpMessage refused = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        refused.setDecoderResult(DecoderResult.failure(why));
        return refused;
    }

    /** The decoder takes all bytes of an unfinished head at each call, so every byte of a head is seen here once. */
    private boolean foldsALine(ByteBuf in) {
        for (int i = in.readerIndex(); i < in.writerIndex(); i++) {
            byte b = in.getByte(i);
            if (b == '\n') {
                if (++emptyLines == 2 && lineSeen) {
                    return false;
                }
            } else if (b != '\r') {
                if (lineSeen && emptyLines == 1 && (b == ' ' || b == '\t')) {
                    return true;
                }
                lineSeen = true;
                emptyLines = 0;
            }
        }
        return false;
    }
}
