package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;

/**
 * Sets up a client's connection.
 *
 * <pre>
 *   with TLS   client ──► TlsGate, replaced by SslHandler ─► TlsWatch ─► as without
 *
 *   plain HTTP
 *     client ──► ReadClock ─► Idle ─► RequestDecoder ─► HttpFrontend ─► HttpExchange ──► UpstreamLink ──► upstream
 *     client ◄──────────────────────── AnswerEncoder ◄─────────────────── AnswerStream ◄── UpstreamLink ◄── upstream
 *
 *   during an upgrade                                      HttpFrontend ─► UpgradeHandshake ─► UpgradeLink ──► upstream
 *
 *   after the 101
 *     client ──► LegHandler ─► Flow ──────────────────────────────────────► upstream
 *     client ◄────────────────────────────────────── Flow ◄─ LegHandler ◄── upstream
 *                                │ watches, never changes
 *                                └─► FrameDecoder ─► FrameRecorder ─► FrameLog, counters, events
 * </pre>
 */
final class ClientPipeline extends ChannelInitializer<Channel> {
    /** A client that keeps a connection open without using it is let go after this time. */
    private static final int IDLE_SECONDS = 120;

    private final RelayContext relay;
    private final SocketOptions options;
    private final ChannelGroup clients;

    /** @param clients where every connection is noted until it closes */
    ClientPipeline(RelayContext relay, SocketOptions options, ChannelGroup clients) {
        this.relay = relay;
        this.options = options;
        this.clients = clients;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (clients.size() >= relay.admission().limits().sockets()) {
            tooMany(channel);
            return;
        }
        clients.add(channel);
        options.apply(channel);
        SslContext tls = relay.tls().now();
        if (tls != null) {
            channel.pipeline().addLast(new TlsGate(relay, tls));
        }
        ReadClock clock = new ReadClock();
        AnswerEncoder encoder = new AnswerEncoder();
        channel.pipeline()
                .addLast(clock, new IdleStateHandler(IDLE_SECONDS, 0, 0), new RequestDecoder(relay.timing().head()),
                        encoder,
                        new HttpFrontend(relay, channel, clock, encoder));
    }

    /** Sockets that send nothing are bounded too, and not answered: that would take more time than they are worth. */
    private void tooMany(Channel channel) {
        int most = relay.admission().limits().sockets();
        relay.seldom()
                .run(more -> relay.events()
                        .limitReached(null, "limits.maxConnections",
                                "a client was refused: " + most + " sockets are open" + more));
        channel.close();
    }

    /** Takes out whatever of HTTP is still there. */
    static void removeHttp(ChannelPipeline pipeline) {
        remove(pipeline, HttpFrontend.class);
        remove(pipeline, IdleStateHandler.class);
        remove(pipeline, AnswerEncoder.class);
        remove(pipeline, ReadClock.class);
    }

    /** A socket that has closed meanwhile has no handlers left. */
    static void remove(ChannelPipeline pipeline, Class<? extends ChannelHandler> type) {
        if (pipeline.get(type) != null) {
            pipeline.remove(type);
        }
    }
}
