package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.WireException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.Optional;

/** Turns a control connection into a stream (RFC 6455 §4.2), after the same checks as any other request. */
final class StreamUpgrade {
    static final String PATH = ApiOperations.BASE + "/stream";
    private static final int MAX_MESSAGE = 64 << 10;
    private static final int SILENT_SECONDS = 60;
    private static final int PING_SECONDS = 20;

    private final Engine engine;

    StreamUpgrade(Engine engine) {
        this.engine = engine;
    }

    static boolean isAt(String uri) {
        return uri.split("[?#]", 2)[0].equals(PATH);
    }

    /** @return what is answered instead; empty when the connection is a stream now */
    Optional<Answer> upgrade(ChannelHandlerContext ctx, HttpRequest head) {
        if (!head.method().equals(HttpMethod.GET)) {
            return Optional.of(Answer.problem(405, "An upgrade is asked for with GET.").with("Allow", "GET"));
        }
        try {
            long after = after(head.uri());
            shake(ctx, head, after);
            return Optional.empty();
        } catch (WireException e) {
            return Optional.of(Answer.problem(e));
        } catch (IllegalArgumentException | WebSocketHandshakeException _) {
            return Optional.of(Answer.problem(400, "The request is no upgrade to WebSocket version 13."));
        }
    }

    private static long after(String uri) {
        Params query = Params.of(uri);
        long after = query.number("after", 0, 0, Long.MAX_VALUE);
        query.finish();
        return after;
    }

    private void shake(ChannelHandlerContext ctx, HttpRequest head, long after) {
        FullHttpRequest request = new DefaultFullHttpRequest(head.protocolVersion(), head.method(), head.uri());
        request.headers().set(head.headers());
        WebSocketServerHandshaker shaker = new WebSocketServerHandshakerFactory("ws://control" + PATH, null, false,
                MAX_MESSAGE).newHandshaker(request);
        if (shaker == null) {
            throw new IllegalArgumentException("another version");
        }
        shaker.handshake(ctx.channel(), request);
        ctx.pipeline()
                .addLast(new IdleStateHandler(SILENT_SECONDS, PING_SECONDS, 0),
                        new WebSocketFrameAggregator(MAX_MESSAGE), new StreamHandler(shaker, engine, after));
        ctx.pipeline().remove(ControlHandler.class);
    }
}
