package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Violation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client's end of the WebSocket behind a polling page: joins messages, answers pings and Close frames. */
final class PollSocket extends ChannelInboundHandlerAdapter implements FrameSink {
    /** Hears what comes, on the event loop. */
    interface User {
        /** The engine has told where the session stands; always the first. */
        void resumed(String session, long received);

        void message(EngineFrame message);

        /** The socket has ended; null when it did so without a Close frame. */
        void closed(@Nullable EngineFrame close);
    }

    private static final int LARGEST = 1 << 20;

    private final User user;
    private final FrameDecoder decoder = new FrameDecoder(false, false);
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final ByteArrayOutputStream control = new ByteArrayOutputStream();
    private Opcode opcode = Opcode.TEXT;
    private boolean greeted;
    private boolean over;
    /** A message was too long: a Close frame has been sent, after which nothing may follow and nothing is taken (RFC 6455 §5.5.1). */
    private boolean refuses;
    private @Nullable ChannelHandlerContext context;

    PollSocket(User user) {
        this.user = user;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    void send(EngineFrame frame) {
        if (context != null && !refuses) {
            context.writeAndFlush(Unpooled.wrappedBuffer(frame.bytes()));
        }
    }

    void pause() {
        autoRead(false);
    }

    void resume() {
        autoRead(true);
    }

    private void autoRead(boolean reads) {
        if (context != null) {
            context.channel().config().setAutoRead(reads);
        }
    }

    /** Ends without a Close frame. */
    void cut() {
        if (context != null) {
            LegSocket.reset(context.channel());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof ByteBuf bytes) {
            for (ByteBuffer part : bytes.nioBuffers()) {
                decoder.feed(part, this);
            }
        }
        ReferenceCountUtil.release(msg);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ended(null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!BoundedReads.isPause(cause)) {
            Surprise.log(cause);
            ctx.close();
        }
    }

    @Override
    public void header(FrameDecoder frame) {
        if (!frame.opcode().isControl() && frame.opcode() != Opcode.CONTINUATION) {
            opcode = frame.opcode();
        }
    }

    @Override
    public void payload(FrameDecoder frame, ByteBuffer part) {
        boolean ofMessage = !frame.opcode().isControl();
        if (ofMessage && !refuses && message.size() + part.remaining() > LARGEST) {
            refuse();
        }
        if (ofMessage && refuses) {
            return;
        }
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        (ofMessage ? message : control).writeBytes(copy);
    }

    private void refuse() {
        send(EngineFrame.close(Leg.UPSTREAM, CloseCode.TOO_BIG, "a polled message may have 1 MiB"));
        refuses = true;
        message.reset();
    }

    @Override
    public void end(FrameDecoder frame) {
        if (frame.opcode().isControl()) {
            byte[] payload = control.toByteArray();
            control.reset();
            control(frame.opcode(), payload);
        } else if (frame.fin() && !refuses) {
            byte[] payload = message.toByteArray();
            message.reset();
            message(payload);
        }
    }

    private void control(Opcode kind, byte[] payload) {
        if (kind == Opcode.PING) {
            send(new EngineFrame(Leg.UPSTREAM, Opcode.PONG, payload));
        } else if (kind == Opcode.CLOSE) {
            EngineFrame close = new EngineFrame(Leg.UPSTREAM, Opcode.CLOSE, payload);
            send(close);
            ended(close);
            if (context != null) {
                LegSocket.closeAfterPending(context.channel());
            }
        }
    }

    private void message(byte[] payload) {
        if (greeted) {
            user.message(new EngineFrame(Leg.CLIENT, opcode, payload));
            return;
        }
        greeted = true;
        try {
            JsonNode greeting = JsonMapper.shared().readTree(payload);
            user.resumed(greeting.path("session").asString("new"), greeting.path("received").asLong(0));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "The engine greets with JSON: " + new String(payload, StandardCharsets.UTF_8), e);
        }
    }

    private void ended(@Nullable EngineFrame close) {
        if (!over) {
            over = true;
            user.closed(close);
        }
    }

    @Override
    public void violation(FrameDecoder frame, Violation violation) {
        cut();
    }
}
