package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.ws.HandshakeRules;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.ConnectException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One attempt to reach a lost upstream: the upgrade that was sent first, with a new key. Belongs to the tunnel's event loop. */
final class Redial implements UpstreamConnector.Listener, UpgradeLink.User {
    /** Hears how it went; exactly one call, unless the attempt is abandoned. */
    interface Outcome {
        /** The upstream agreed to what it had agreed to before. The link is the caller's. */
        void succeeded(UpgradeLink link);

        /** The upstream answered the upgrade with another status. */
        void answered(int status, String why);

        /** @param refused whether nobody listened at the address, as while a server restarts */
        void failed(String why, boolean refused);
    }

    private static final int SWITCHING = 101;

    private final RelayContext relay;
    private final Tunnel tunnel;
    private final Outcome outcome;
    private final String key;
    private @Nullable UpgradeLink link;
    private @Nullable Future<?> timeout;
    private boolean over;

    Redial(RelayContext relay, Tunnel tunnel, Outcome outcome) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.outcome = outcome;
        this.key = HandshakeKey.random();
    }

    void start() {
        long limit = relay.admission().limits().handshakeTimeout().toNanos();
        timeout = tunnel.loop().schedule(() -> fail("no answer in time", false), limit, TimeUnit.NANOSECONDS);
        relay.connector()
                .connect(tunnel.loop(), tunnel.connection().upstream(), relay.admission().limits().handshakeTimeout(),
                        UpgradeLink.setUp(), this);
    }

    @Override
    public void connected(Channel upstream) {
        if (over) {
            upstream.close();
            return;
        }
        link = upstream.pipeline().get(UpgradeLink.class);
        link.lend(this);
        link.ask(request(), tunnel.connection().target());
    }

    private HttpRequest request() {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (Header header : tunnel.record().forwarded()) {
            headers.add(header.name(), header.value());
        }
        headers.set(HandshakeRules.KEY, key);
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", headers);
    }

    @Override
    public void failed(Throwable cause) {
        fail(UpstreamTrouble.of(tunnel.connection().upstream(), cause).reason(), cause instanceof ConnectException);
    }

    @Override
    public void answer(HttpObject part) {
        UpgradeLink from = link;
        if (over || from == null || !(part instanceof HttpResponse head)) {
            ReferenceCountUtil.release(part);
            return;
        }
        String problem = problem(head);
        if (problem.isEmpty()) {
            end();
            link = null;
            outcome.succeeded(from);
        } else if (head.decoderResult().isSuccess() && head.status().code() != SWITCHING) {
            abandon();
            outcome.answered(head.status().code(), problem);
        } else {
            fail(problem, false);
        }
    }

    /** The peers have agreed on a subprotocol and on extensions; one of them cannot be told of a change. */
    private String problem(HttpResponse answer) {
        if (answer.decoderResult().isFailure()) {
            return "the answer is not HTTP";
        }
        if (answer.status().code() != SWITCHING) {
            return "the upstream answered " + answer.status().code() + " " + answer.status().reasonPhrase();
        }
        if (!HandshakeRules.accepts(key, HeaderRules.copy(answer.headers()))) {
            return "Sec-WebSocket-Accept does not answer the key";
        }
        String subprotocol = answer.headers().get(HandshakeRules.PROTOCOL);
        if (!Objects.equals(subprotocol, tunnel.connection().subprotocol())) {
            return "the upstream chose the subprotocol " + subprotocol + ", before it was "
                    + tunnel.connection().subprotocol();
        }
        HttpHeaders returned = answer.headers().copy();
        UpgradeHeaders.forwardSwitch(returned, tunnel.connection().route().compression());
        List<String> extensions = UpgradeHeaders.extensions(returned);
        String now = extensions.isEmpty() ? null : String.join(", ", extensions);
        String before = tunnel.record().extensions();
        return Objects.equals(now, before) ? ""
                : "the upstream agreed to the extensions " + now + ", before it was " + before;
    }

    @Override
    public void answerReadComplete() {}

    @Override
    public void upstreamGone(@Nullable Throwable cause) {
        fail(cause == null ? "the upstream closed before it answered"
                : "the upstream broke off before it answered: " + UpstreamTrouble.text(cause), false);
    }

    private void fail(String why, boolean refused) {
        if (!over) {
            abandon();
            outcome.failed(why, refused);
        }
    }

    private void end() {
        over = true;
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    /** Nobody waits for it any more. */
    void abandon() {
        end();
        if (link != null) {
            link.discard();
            link = null;
        }
    }
}
