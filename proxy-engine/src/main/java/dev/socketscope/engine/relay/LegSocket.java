package dev.socketscope.engine.relay;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Ways to end a socket, and its address as text. */
final class LegSocket {
    private LegSocket() {}

    /** Sends RST: what is pending is dropped. */
    static void reset(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    /** Delivers what is pending, then closes. */
    static void closeAfterPending(Channel channel) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** {@code host:port} with a numeric host; empty when there is no such address. */
    static String text(SocketAddress address) {
        return address instanceof InetSocketAddress inet ? hostText(inet) + ":" + inet.getPort() : "";
    }

    /** The numeric host, IPv6 in brackets. */
    static String hostText(InetSocketAddress address) {
        String host = address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress();
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
