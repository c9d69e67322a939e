package dev.socketscope.engine.control;

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
import java.util.List;

/**
 * Netty's strict request decoder, which besides refuses folded header lines (RFC 9112 §5.2): whoever stands before this port might
 * read them differently, and so see other requests than we do.
 */
final class ControlDecoder extends HttpRequestDecoder {
    static final int MAX_LINE = 8 << 10;
    static final int MAX_HEADERS = 16 << 10;

    private final FoldCheck fold = new FoldCheck();
    private boolean inHead = true;
    private boolean refused;

    ControlDecoder() {
        super(new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false)
                .setUseRfc9112TransferEncoding(true));
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (refused || inHead && fold.folds(in)) {
            in.skipBytes(in.readableBytes());
            refuse(out);
            return;
        }
        int before = out.size();
        super.decode(ctx, in, out);
        for (Object part : out.subList(before, out.size())) {
            inHead = part instanceof LastHttpContent || !(part instanceof HttpMessage) && inHead;
            if (part instanceof LastHttpContent) {
                fold.restart();
            }
        }
    }

    private void refuse(List<Object> out) {
        if (!refused) {
            refused = true;
            HttpMessage message = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
            message.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a header line is folded")));
            out.add(message);
        }
    }
}
