package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.List;

/**
 * Stands before a client's pipeline until its first byte has come. A handshake of TLS (RFC 8446 §5.1) gets what it needs; anything else is
 * left to HTTP, which says that TLS is spoken here, where TLS could only break off.
 */
final class TlsGate extends ByteToMessageDecoder {
    /** {@code ContentType} of a ClientHello's record. */
    private static final byte HANDSHAKE = 22;

    private final RelayContext relay;
    private final SslContext context;

    TlsGate(RelayContext relay, SslContext context) {
        this.relay = relay;
        this.context = context;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (in.getByte(in.readerIndex()) != HANDSHAKE) {
            ctx.pipeline().remove(this);
            return;
        }
        TlsWatch watch = new TlsWatch(relay, ctx.channel());
        if (!watch.admitted()) {
            in.skipBytes(in.readableBytes());
            ctx.close();
            return;
        }
        SslHandler tls = context.newHandler(ctx.alloc());
        tls.setHandshakeTimeoutMillis(relay.admission().limits().handshakeTimeout().toMillis());
        ctx.pipeline().addAfter(ctx.name(), null, watch).addAfter(ctx.name(), null, tls).remove(this);
    }
}
