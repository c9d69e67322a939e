package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.ws.CompressionPolicy;
import dev.socketscope.engine.ws.Extensions;
import dev.socketscope.engine.ws.HandshakeRules;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the new socket of a client that has come back to the tunnel that was held for it. The tunnel may live on another event loop;
 * the socket moves there.
 *
 * <pre>
 *   client's loop          tunnel's loop
 *      start ────────────────► decide
 *      101, HTTP out ◄──────────┤ fits
 *      deregister ───────────► register, {@link ClientReturn#arrived}
 *      as a new client ◄────────┘ does not fit
 * </pre>
 */
final class Adoption {
    private static final ChannelHandler MOVING = new Moving();

    private final Tunnel tunnel;
    private final @Nullable ResumeRequest wish;
    private final Channel client;
    private final HttpHeaders request;
    private final EarlyBytes early;
    private final LongConsumer asNew;
    private boolean cancelled;

    /** @param asNew continues on the client's loop when the session cannot go on; hears how many messages are missing */
    Adoption(Tunnel tunnel, @Nullable ResumeRequest wish, Channel client, HttpHeaders request,
            EarlyBytes early, LongConsumer asNew) {
        this.tunnel = tunnel;
        this.wish = wish;
        this.client = client;
        this.request = request;
        this.early = early;
        this.asNew = asNew;
    }

    /** The tunnel that is held for the client; null when there is none. */
    static @Nullable Tunnel held(RelayContext relay, @Nullable ResumeRequest wish, RequestTarget target,
            RouteTable.Match route, Channel client, HttpHeaders request) {
        if (wish != null) {
            return relay.sessions().find(ResumeSessions.key(wish.token(), target));
        }
        if (!route.route().tunnel().hold().client()) {
            return null;
        }
        String host = host(LegSocket.text(client.remoteAddress()));
        for (Tunnel tunnel : relay.registry().tunnels()) {
            WsConnection other = tunnel.connection();
            if (other.state() == Connection.State.CLIENT_AWAY && other.target().equals(target)
                    && host(other.clientAddress()).equals(host) && offers(request, other.subprotocol())) {
                return tunnel;
            }
        }
        return null;
    }

    private static String host(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf(':')));
    }

    void start() {
        run(tunnel.loop(), this::decide);
    }

    /** A loop that has ended takes nothing. */
    private void run(EventLoop loop, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            client.close();
        }
    }

    /** The client has left. Called on its loop. */
    void cancel() {
        cancelled = true;
    }

    private void decide() {
        long missing = missing();
        if (missing == 0) {
            tunnel.survival().clientReturn().expect(this);
            client.eventLoop().execute(this::answer);
        } else {
            tunnel.survival().clientReturn().giveUp("the client has come back and cannot be resumed");
            client.eventLoop().execute(() -> refuse(Math.max(0, missing)));
        }
    }

    private void refuse(long missing) {
        if (!cancelled) {
            asNew.accept(missing);
        }
    }

    /** How many messages the client can never get; 0 when it can be resumed, negative when not for other reasons. */
    private long missing() {
        if (tunnel.connection().close() != null || !offers(request, tunnel.connection().subprotocol())
                || !compresses()) {
            return -1;
        }
        if (!tunnel.leg(Leg.CLIENT).lost()
                && !tunnel.survival().survives(Leg.CLIENT, Manner.FIN, "the client has come back on another socket")) {
            return -1;
        }
        if (wish == null || !wish.counts()) {
            return 0;
        }
        KeptMessages toClient = tunnel.to(Leg.CLIENT).gate().kept();
        long received = tunnel.heardOfBy(wish) ? wish.received() : 0;
        return toClient.reaches(received) ? 0 : Math.max(1, toClient.first() - 1 - received);
    }

    private static boolean offers(HttpHeaders request, @Nullable String subprotocol) {
        return subprotocol == null || request.getAll(HandshakeRules.PROTOCOL)
                .stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .anyMatch(offered -> offered.strip().equals(subprotocol));
    }

    private boolean compresses() {
        return tunnel.record().extensions() == null || Extensions.parse(UpgradeHeaders.extensions(request))
                .stream()
                .flatMap(offer -> offer.list().stream())
                .anyMatch(e -> e.is(CompressionPolicy.DEFLATE));
    }

    private void answer() {
        if (cancelled) {
            return;
        }
        client.config().setAutoRead(false);
        client.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS,
                Unpooled.EMPTY_BUFFER, headers(), EmptyHttpHeaders.INSTANCE));
        ClientPipeline.removeHttp(client.pipeline());
        client.pipeline().addLast(MOVING);
        // Netty still looks at the socket after it has said that it has let go of it, so the other loop gets it a turn later.
        EventLoop before = client.eventLoop();
        client.deregister().addListener(_ -> run(before, this::move));
    }

    private void move() {
        tunnel.loop().register(client).addListener(_ -> arrive());
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new DefaultHttpHeaders();
        headers.set(Fields.UPGRADE, "websocket").set(Fields.CONNECTION, Fields.UPGRADE);
        headers.set(HandshakeRules.ACCEPT, HandshakeRules.accept(request.get(HandshakeRules.KEY, "")));
        String subprotocol = tunnel.connection().subprotocol();
        if (subprotocol != null) {
            headers.set(HandshakeRules.PROTOCOL, subprotocol);
        }
        String extensions = tunnel.record().extensions();
        if (extensions != null) {
            headers.set(Extensions.HEADER, extensions);
        }
        headers.set(Fields.VIA, HeaderRules.VIA);
        return headers;
    }

    /** Between its loops nobody listens to a socket. That it breaks there is seen when it arrives. */
    @Sharable
    private static final class Moving extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            Surprise.log(cause);
        }
    }

    /** On the tunnel's loop. */
    private void arrive() {
        ClientPipeline.remove(client.pipeline(), Moving.class);
        ClientReturn clientReturn = tunnel.survival().clientReturn();
        if (clientReturn.expects(this) && !tunnel.leg(Leg.CLIENT).lost()) {
            tunnel.survival().lose(Leg.CLIENT, Manner.FIN, "the client has come back on another socket");
        }
        if (!clientReturn.expects(this)) {
            early.close();
            client.close();
            return;
        }
        clientReturn.arrived(client, wish, early);
    }
}
