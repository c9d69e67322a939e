package dev.socketscope.engine.relay;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose peer may still be sending: closing at once would make the kernel answer with RST, and the peer could
 * lose the answer it has not read yet (RFC 9112 §9.6).
 */
final class LingeringClose {
    private static final long LIMIT_SECONDS = 2;

    private LingeringClose() {}

    /** Delivers what is pending, sends FIN, and closes when the peer does so, or after two seconds. */
    static void begin(Channel channel) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> LegSocket.endOutput(channel));
        channel.eventLoop()
                .schedule(() -> {
                    channel.close();
                }, LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
