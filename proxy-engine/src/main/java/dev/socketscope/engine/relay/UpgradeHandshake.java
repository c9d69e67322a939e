package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.ws.HandshakeRules;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One upgrade from the client's request to the upstream's answer, whatever that is. The client gets a 101 only after the upstream
 * has sent its own.
 *
 * <pre>
 *   request ─► checks, limits ─► connect ─► request to upstream ─► 101 ────► {@link Switchover}
 *      │              │             │               │       │
 *      │              └ 400, 503    └ 502, 504      │       └ any other answer: streamed to the client
 *      └ bytes glued behind it wait in {@code early}└ not HTTP: 502, silence: 504
 * </pre>
 */
final class UpgradeHandshake implements Exchange, UpgradeLink.User {
    /** What a client may send before it has the 101; reading stops above. */
    private static final int MAX_EARLY = 64 << 10;

    private final RelayContext relay;
    private final HttpFrontend frontend;
    private final Channel client;
    private final HttpRequest request;
    private final RequestFacts facts;
    private final RouteTable.Match route;
    private final ArrayDeque<ByteBuf> early = new ArrayDeque<>(0);
    private int earlyBytes;
    private @Nullable UpgradeAttempt attempt;
    private @Nullable UpgradeLink link;
    private @Nullable HttpResponse switching;
    private @Nullable AnswerStream refused;
    private @Nullable Future<?> timeout;
    private boolean interim;
    private boolean over;

    UpgradeHandshake(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts,
            RouteTable.Match route) {
        this.relay = relay;
        this.frontend = frontend;
        this.client = frontend.client();
        this.request = request;
        this.facts = facts;
        this.route = route;
    }

    @Override
    public void content(HttpContent part) {
        boolean something = part.content().isReadable();
        boolean last = part instanceof LastHttpContent;
        part.release();
        if (something || frontend.holdsMore()) {
            frontend.refuse(Refusal.badRequest("An upgrade request must not carry content."), request, facts);
        } else if (last) {
            begin();
        }
    }

    private void begin() {
        Optional<HandshakeRules.Problem> problem = HandshakeRules.problem(facts.method().name(),
                request.protocolVersion().text(), HeaderRules.copy(request.headers()));
        if (problem.isEmpty() && !admitted()) {
            return;
        }
        UpgradeAttempt begun = UpgradeAttempt.begin(relay, frontend.clock(), client, request, facts, route,
                problem.isEmpty());
        attempt = begun;
        if (problem.isPresent()) {
            refuse(new Refusal(HttpResponseStatus.valueOf(problem.get().status()), problem.get().reason() + ".", "", 0),
                    CloseInfo.By.CLIENT);
            return;
        }
        EngineConfig.Limits limits = relay.admission().limits();
        timeout = client.eventLoop().schedule(this::tooSlow, limits.handshakeTimeout().toNanos(), TimeUnit.NANOSECONDS);
        // What follows the request belongs to the WebSocket; it must not be read as another request.
        client.pipeline().remove(RequestDecoder.class);
        UpgradeHeaders.forwardRequest(request.headers(), client, facts, route);
        begun.routed(request.headers());
        connect(begun);
    }

    private boolean admitted() {
        EngineConfig.Limits limits = relay.admission().limits();
        if (!relay.admission().enterConnection()) {
            relay.events().limitReached(null, "limits.maxConnections", "refused " + facts.target().path());
            frontend.refuse(Refusal.tooManyConnections(limits), request, facts);
            return false;
        }
        if (!relay.admission().enterPending()) {
            relay.admission().leaveConnection();
            relay.events().limitReached(null, "limits.maxPending", "refused " + facts.target().path());
            frontend.refuse(Refusal.tooManyPending(limits), request, facts);
            return false;
        }
        return true;
    }

    private void connect(UpgradeAttempt begun) {
        relay.connector()
                .connect(client.eventLoop(), route.upstream(), relay.admission().limits().handshakeTimeout(),
                        UpgradeLink.setUp(), new UpstreamConnector.Listener() {
                            @Override
                            public void resolved() {
                                begun.reached(Station.RESOLVE);
                            }

                            @Override
                            public void connected(Channel upstream) {
                                if (over) {
                                    upstream.close();
                                } else {
                                    begun.connected(upstream);
                                    send(begun, upstream.pipeline().get(UpgradeLink.class));
                                }
                            }

                            @Override
                            public void failed(Throwable cause) {
                                refuse(UpstreamTrouble.of(route.upstream(), cause), CloseInfo.By.UPSTREAM);
                            }
                        });
    }

    private void send(UpgradeAttempt begun, UpgradeLink to) {
        link = to;
        to.lend(this);
        to.channel()
                .writeAndFlush(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, request.method(),
                        facts.target().originForm(), Unpooled.EMPTY_BUFFER, request.headers(),
                        EmptyHttpHeaders.INSTANCE))
                .addListener(_ -> begun.reached(Station.SEND_UPGRADE));
    }

    /** Bytes behind the request; takes ownership. */
    void earlyBytes(ByteBuf bytes) {
        if (over) {
            bytes.release();
            return;
        }
        early.add(bytes);
        earlyBytes += bytes.readableBytes();
    }

    @Override
    public boolean wantsInput() {
        return over || earlyBytes < MAX_EARLY;
    }

    @Override
    public void answer(HttpObject part) {
        if (part instanceof HttpResponse head) {
            answerHead(head);
        }
        if (part instanceof HttpContent content) {
            answerContent(content);
        }
    }

    private void answerHead(HttpResponse head) {
        UpgradeLink from = link;
        if (over || from == null || attempt == null) {
            return;
        }
        interim = head.status().code() < 200 && head.status().code() != 101;
        if (head.decoderResult().isFailure()) {
            notHttp(from);
        } else if (head.status().code() == 101) {
            switching = head;
        } else if (interim) {
            new AnswerStream(client, facts).interim(head);
        } else {
            attempt.answerCame(from.clock());
            settled();
            AnswerStream stream = new AnswerStream(client, facts);
            refused = stream;
            HttpHeaders returned = stream.head(head, true);
            attempt.refusedByUpstream(head, returned);
        }
    }

    private void answerContent(HttpContent part) {
        HttpResponse agreed = switching;
        if (refused != null) {
            boolean last = part instanceof LastHttpContent;
            refused.content(part);
            if (last) {
                client.flush();
                frontend.answered(true);
            } else if (!client.isWritable() && link != null) {
                link.channel().config().setAutoRead(false);
            }
            return;
        }
        part.release();
        if (agreed != null && part instanceof LastHttpContent && link != null && attempt != null && !over) {
            settled();
            over = true;
            attempt.answerCame(link.clock());
            new Switchover(relay, attempt, route, client, link).run(agreed, request.headers(), early);
        }
    }

    private void notHttp(UpgradeLink from) {
        refuse(Refusal.badAnswer(route.upstream(),
                "answered the upgrade with something that is not HTTP: \"" + from.clock().sample().strip() + "\""),
                CloseInfo.By.UPSTREAM);
    }

    private void tooSlow() {
        if (link != null && !link.clock().sample().isEmpty()) {
            notHttp(link);
        } else {
            refuse(Refusal.tooSlow(route.upstream(), relay.admission().limits().handshakeTimeout(),
                    "limits.handshakeTimeout"), CloseInfo.By.ENGINE);
        }
    }

    @Override
    public void upstreamGone(@Nullable Throwable cause) {
        if (refused != null) {
            relay.tally().error();
            refused.abort();
        } else if (link != null && !link.clock().sample().isEmpty()) {
            notHttp(link);
        } else {
            refuse(Refusal.badAnswer(route.upstream(),
                    cause == null ? "closed the connection without answering the upgrade"
                            : "broke the connection off without answering the upgrade (" + UpstreamTrouble.text(cause)
                                    + ")"),
                    CloseInfo.By.UPSTREAM);
        }
    }

    /** Answers instead of the upstream. */
    private void refuse(Refusal refusal, CloseInfo.By by) {
        if (over || attempt == null) {
            return;
        }
        HttpHeaders page = frontend.refuseForGood(refusal, request);
        attempt.refusedByEngine(refusal, by, page);
        abandon();
    }

    @Override
    public void cancelled() {
        if (!over && attempt != null && refused == null) {
            attempt.clientLeft();
        }
        abandon();
    }

    @Override
    public void finished() {
        abandon();
    }

    private void abandon() {
        over = true;
        settled();
        early.forEach(ByteBuf::release);
        early.clear();
        if (link != null) {
            link.discard();
            link = null;
        }
    }

    /** The upstream has answered, or nobody waits for its answer any more. */
    private void settled() {
        if (timeout != null) {
            timeout.cancel(false);
            timeout = null;
            relay.admission().leavePending();
        }
    }

    @Override
    public void answerReadComplete() {
        client.flush();
    }

    @Override
    public void clientReadComplete() {}

    @Override
    public void clientWritabilityChanged() {
        if (link != null) {
            link.channel().config().setAutoRead(client.isWritable());
        }
    }
}
