package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.WireException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stream's WebSocket. A virtual thread asks the {@link StreamSession} twenty times a second, and not at all while the caller has
 * not read what it was sent; so nothing but the kernel's buffers ever waits for a slow caller.
 */
final class StreamHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);
    private static final long STEP_MILLIS = 50;
    private static final int MOST_WISHES = 256;

    private final WebSocketServerHandshaker shaker;
    private final Engine engine;
    private final long after;
    private final BlockingQueue<ObjectNode> wishes = new ArrayBlockingQueue<>(MOST_WISHES);

    StreamHandler(WebSocketServerHandshaker shaker, Engine engine, long after) {
        this.shaker = shaker;
        this.engine = engine;
        this.after = after;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        Channel channel = ctx.channel();
        Thread.ofVirtual().name("socketscope-stream").start(() -> run(channel));
    }

    private void run(Channel channel) {
        try (StreamSession session = new StreamSession(engine, after)) {
            while (channel.isOpen()) {
                List<ObjectNode> asked = new ArrayList<>();
                wishes.drainTo(asked);
                asked.forEach(session::receive);
                if (channel.isWritable()) {
                    session.collect().forEach(m -> channel.writeAndFlush(new TextWebSocketFrame(Json.text(m))));
                }
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("A stream of the control API failed", e);
            channel.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        switch (frame) {
            case PingWebSocketFrame ping -> ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            case CloseWebSocketFrame close -> shaker.close(ctx, close.retain());
            case TextWebSocketFrame text -> wish(ctx, text.text());
            case PongWebSocketFrame _ -> LOG.trace("A caller is there");
            default -> end(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "text is expected");
        }
    }

    private void wish(ChannelHandlerContext ctx, String text) {
        try {
            if (!wishes.offer(Json.parse(text))) {
                end(ctx, WebSocketCloseStatus.POLICY_VIOLATION, "too many messages at once");
            }
        } catch (WireException e) {
            end(ctx, WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "a JSON object is expected");
        }
    }

    private void end(ChannelHandlerContext ctx, WebSocketCloseStatus status, String reason) {
        shaker.close(ctx, new CloseWebSocketFrame(status, reason));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent idle) {
            if (idle.state() == IdleState.READER_IDLE) {
                ctx.close();
            } else {
                ctx.writeAndFlush(new PingWebSocketFrame());
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.debug("A stream ends: {}", cause.toString());
        }
        ctx.close();
    }
}
