package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.AddressText;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Ways to end a socket, and its address as text. */
final class LegSocket {
    private LegSocket() {}

    /** From here on a FIN ends one direction only, and a failed write does not stop reading what the peer still sent. */
    static void prepare(Channel leg) {
        leg.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        leg.config().setOption(ChannelOption.AUTO_CLOSE, false);
    }

    /** Sends RST: what is pending is dropped. */
    static void reset(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            ChannelHandlerContext tls = channel.pipeline().context(SslHandler.class);
            if (tls == null) {
                channel.close();
            } else {
                // Past TLS, which would say good-bye first.
                tls.close();
            }
        }
    }

    /** Whether the peer is talked to by TLS. */
    static boolean secure(Channel channel) {
        return channel.pipeline().get(SslHandler.class) != null;
    }

    /** Ends the outgoing direction: FIN, or what TLS has in its place (RFC 8446 §6.1). */
    static void endOutput(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls != null) {
            tls.closeOutbound();
        } else if (channel instanceof DuplexChannel duplex && channel.isActive()) {
            duplex.shutdownOutput();
        }
    }

    /** Delivers what is pending, then closes. */
    static void closeAfterPending(Channel channel) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** {@code host:port} with a numeric host; empty when there is no such address. */
    static String text(SocketAddress address) {
        return address instanceof InetSocketAddress inet ? AddressText.of(inet) : "";
    }
}
