package dev.socketscope.engine.control;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection to the control port, one request at a time.
 *
 * <pre>
 *   head ─► RequestCheck ─► AccessCheck ─► body ─► Operations, on a thread of its own ─► answer
 *                 │              │                     or, for an upgrade, StreamHandler takes the pipeline over
 *                 └──────────────┴─► refused: answered before the body is read, and closed
 * </pre>
 */
final class ControlHandler extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger LOG = LoggerFactory.getLogger(ControlHandler.class);
    /** From the connection, or from the answer before, to the end of a request. Slow and idle callers alike. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private enum Phase {
        HEAD, BODY, ANSWERING, OVER
    }

    private final AccessCheck access;
    private final Operations operations;
    private final StreamUpgrade streams;
    private Phase phase = Phase.HEAD;
    private @Nullable HttpRequest request;
    private RequestBody body = new RequestBody();
    private @Nullable ScheduledFuture<?> deadline;
    private boolean closeAfter;

    ControlHandler(AccessCheck access, Operations operations, StreamUpgrade streams) {
        this.access = access;
        this.operations = operations;
        this.streams = streams;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        awaitRequest(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        phase = Phase.OVER;
        stopWaiting();
    }

    private void awaitRequest(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> ctx.close(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopWaiting() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
        switch (phase) {
            case HEAD -> {
                if (part instanceof HttpRequest head) {
                    begin(ctx, head);
                }
            }
            case BODY -> {
                if (part.decoderResult().isFailure()) {
                    ctx.close();
                } else if (part instanceof HttpContent content) {
                    body(ctx, content);
                }
            }
            // A caller that does not wait for answers gets the first one; nothing is kept for the others.
            case ANSWERING -> closeAfter = true;
            case OVER -> {
                // Bytes behind a refused request mean nothing.
            }
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest head) {
        Channel channel = ctx.channel();
        Optional<Answer> refusal = RequestCheck.refusal(head);
        if (refusal.isEmpty()) {
            String path = head.uri().split("[?#]", 2)[0];
            refusal = access.refusal(path, head.headers(), (InetSocketAddress) channel.remoteAddress(),
                    (InetSocketAddress) channel.localAddress());
        }
        if (refusal.isPresent()) {
            refuse(channel, head, refusal.get());
            return;
        }
        request = head;
        body = new RequestBody();
        closeAfter = !HttpUtil.isKeepAlive(head);
        phase = Phase.BODY;
        if (HttpUtil.is100ContinueExpected(head)) {
            ctx.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    private void refuse(Channel channel, HttpRequest head, Answer answer) {
        phase = Phase.OVER;
        AnswerWriter.write(channel, head.method(), answer, true);
    }

    private void body(ChannelHandlerContext ctx, HttpContent content) {
        body.add(content.content());
        HttpRequest head = request;
        if (content instanceof LastHttpContent && head != null) {
            stopWaiting();
            phase = Phase.ANSWERING;
            dispatch(ctx, head);
        }
    }

    private void dispatch(ChannelHandlerContext ctx, HttpRequest head) {
        if (head.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && StreamUpgrade.isAt(head.uri())) {
            Optional<Answer> refusal = streams.upgrade(ctx, head);
            refusal.ifPresent(answer -> refuse(ctx.channel(), head, answer));
            return;
        }
        byte[] bytes = body.toBytes();
        // A virtual thread each: there are at most as many as TCP connections, and a long poll may sleep.
        Thread.ofVirtual().name("socketscope-control").start(() -> answer(ctx, head, bytes));
    }

    private void answer(ChannelHandlerContext ctx, HttpRequest head, byte[] bytes) {
        try {
            Answer answer = operations.answer(head.method().name(), head.uri(),
                    head.headers().get(HttpHeaderNames.ACCEPT, ""), bytes);
            ctx.executor().execute(() -> finish(ctx, head, answer));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException _) {
            LOG.trace("The control port was closed before an answer was ready");
        } catch (Exception e) {
            LOG.error("The control port could not answer", e);
            ctx.close();
        }
    }

    private void finish(ChannelHandlerContext ctx, HttpRequest head, Answer answer) {
        if (phase != Phase.ANSWERING) {
            return;
        }
        AnswerWriter.write(ctx.channel(), head.method(), answer, closeAfter);
        phase = closeAfter ? Phase.OVER : Phase.HEAD;
        if (!closeAfter) {
            awaitRequest(ctx);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.warn("A control connection ends: {}", cause.toString());
        }
        ctx.close();
    }
}
