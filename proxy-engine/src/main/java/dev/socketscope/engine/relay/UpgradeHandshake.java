package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.fault.ConnectionFacts;
import dev.socketscope.engine.fault.HandshakeDecision;
import dev.socketscope.engine.ws.HandshakeRules;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
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
final class UpgradeHandshake implements Exchange, UpstreamConnector.Listener, UpgradeLink.User {
    private final RelayContext relay;
    private final HttpFrontend frontend;
    private final Channel client;
    private final HttpRequest request;
    private final RequestFacts facts;
    private final RouteTable.Match route;
    private final AnswerWait wait;
    private final AnswerStream refusal;
    private final EarlyBytes early = new EarlyBytes();
    private final Resumption resumption;
    private @Nullable Adoption adoption;
    private @Nullable UpgradeAttempt attempt;
    private @Nullable UpgradeLink link;
    private boolean over;

    UpgradeHandshake(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts,
            RouteTable.Match route) {
        this.relay = relay;
        this.frontend = frontend;
        this.client = frontend.client();
        this.request = request;
        ResumeRequest.Taken taken = ResumeRequest.from(request.headers(), facts.target());
        this.facts = facts.with(taken.target());
        this.resumption = new Resumption(taken);
        this.route = route;
        this.wait = new AnswerWait(relay.admission(), client.eventLoop());
        this.refusal = new AnswerStream(client, this.facts);
    }

    @Override
    public void content(HttpContent part) {
        boolean something = part.content().isReadable();
        boolean last = part instanceof LastHttpContent;
        part.release();
        if (something || frontend.holdsMore()) {
            Refusal content = Refusal.badRequest("An upgrade request must not carry content.");
            frontend.refuse(content, request.headers(), facts);
        } else if (last) {
            begin();
        }
    }

    private void begin() {
        Optional<HandshakeRules.Problem> problem = HandshakeRules.problem(facts.method().name(),
                request.protocolVersion().text(), HeaderRules.copy(request.headers()));
        if (problem.isPresent()) {
            HttpResponseStatus status = HttpResponseStatus.valueOf(problem.get().status());
            attempt = UpgradeAttempt.begin(relay, frontend, request, facts, route, false);
            refuse(new Refusal(status, problem.get().reason() + ".", "", 0), CloseInfo.By.CLIENT);
        } else if (!resumption.problem().isEmpty()) {
            frontend.refuseForGood(EngineAnswers.last(Refusal.badRequest(resumption.problem()), request.headers()));
        } else {
            Tunnel held = Adoption.held(relay, resumption.wish(), facts.target(), route, client, request.headers());
            if (held == null) {
                resumption.notHeld();
                UpgradeAttempt begun = admit();
                if (begun != null) {
                    disturb(TunnelFaults.facts(begun.connection(), 0, false), () -> forward(begun));
                }
            } else {
                resume(held);
            }
        }
    }

    private void resume(Tunnel held) {
        disturb(held.faults().facts(), () -> adopt(held));
    }

    private void adopt(Tunnel held) {
        client.pipeline().remove(RequestDecoder.class);
        adoption = new Adoption(held, resumption.wish(), client, request.headers(), early, missing -> {
            resumption.lost(missing);
            UpgradeAttempt begun = admit();
            if (begun != null) {
                forward(begun);
            }
        });
        adoption.start();
    }

    /** Null when it has been refused. */
    private @Nullable UpgradeAttempt admit() {
        if (UpgradeGate.admits(relay, frontend, request, facts, wait)) {
            attempt = UpgradeAttempt.begin(relay, frontend, request, facts, route, true);
        }
        return attempt;
    }

    /** A client that comes back to its session has a handshake too. */
    private void disturb(ConnectionFacts connection, Runnable pass) {
        HandshakeDecision decision = HandshakeDisturbance.decide(relay, connection, this::heldUpBy);
        if (decision.delayNanos() == 0) {
            proceed(decision, pass);
        } else {
            client.eventLoop().schedule(() -> proceed(decision, pass), decision.delayNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** As the faults of handshakes have decided. */
    private void proceed(HandshakeDecision decision, Runnable pass) {
        if (over) {
            return;
        }
        switch (decision.outcome()) {
            case HandshakeDecision.Outcome.Pass _ -> pass.run();
            case HandshakeDecision.Outcome.Hang _ -> {
                // The client waits for as long as it likes.
            }
            case HandshakeDecision.Outcome.Drop drop -> {
                failedByFault(drop.fault(), 0, "the client's connection was ended");
                abandon();
                HandshakeDisturbance.drop(client, drop.mode());
            }
            case HandshakeDecision.Outcome.Refuse refusal -> {
                FullHttpResponse page = HandshakeDisturbance.page(refusal);
                failedByFault(refusal.fault(), refusal.status(), "refused with " + refusal.status());
                abandon();
                frontend.refuseForGood(page);
            }
        }
    }

    private void heldUpBy(String fault) {
        if (attempt != null) {
            attempt.heldUpBy(fault);
        }
    }

    private void failedByFault(String fault, int status, String how) {
        if (attempt != null) {
            attempt.failedByFault(fault, status, how);
        }
    }

    private void forward(UpgradeAttempt begun) {
        wait.limit(relay.admission().limits().handshakeTimeout(), this::tooSlow);
        // What follows the request belongs to the WebSocket; it must not be read as another request.
        if (client.pipeline().get(RequestDecoder.class) != null) {
            client.pipeline().remove(RequestDecoder.class);
        }
        UpgradeHeaders.forwardRequest(request.headers(), client, facts, route);
        begun.routed(request.headers());
        relay.connector()
                .connect(client.eventLoop(), route.upstream(), relay.admission().limits().handshakeTimeout(),
                        UpgradeLink.setUp(), this);
    }

    @Override
    public void resolved() {
        if (attempt != null) {
            attempt.reached(Station.RESOLVE);
        }
    }

    @Override
    public void connected(Channel upstream) {
        if (over || attempt == null) {
            upstream.close();
        } else {
            attempt.connected(upstream);
            send(attempt, upstream.pipeline().get(UpgradeLink.class));
        }
    }

    @Override
    public void failed(Throwable cause) {
        refuse(UpstreamTrouble.of(route.upstream(), cause), CloseInfo.By.UPSTREAM);
    }

    private void send(UpgradeAttempt begun, UpgradeLink to) {
        link = to;
        to.lend(this);
        to.ask(request, facts.target()).addListener(_ -> begun.reached(Station.SEND_UPGRADE));
    }

    /** Bytes behind the request; takes ownership. */
    void earlyBytes(ByteBuf bytes) {
        early.add(bytes);
    }

    @Override
    public boolean wantsInput() {
        return early.haveRoom();
    }

    @Override
    public void answer(HttpObject part) {
        UpgradeLink from = link;
        UpgradeAttempt present = attempt;
        if (from == null || present == null || over) {
            ReferenceCountUtil.release(part);
            return;
        }
        if (part instanceof HttpResponse head) {
            answerHead(head, from, present);
        }
        if (part instanceof HttpContent content) {
            answerContent(content, from);
        }
    }

    private void answerHead(HttpResponse head, UpgradeLink from, UpgradeAttempt present) {
        if (head.decoderResult().isFailure()) {
            refuse(Refusal.notHttp(route.upstream(), from.clock().sample()), CloseInfo.By.UPSTREAM);
        } else if (head.status().code() == 101) {
            // At once: without Sec-WebSocket-Accept the decoder would take all that follows for the answer's content.
            over = true;
            wait.end();
            present.answerCame(from.clock());
            new Switchover(relay, present, route, client, from, resumption).run(head, request.headers(), early);
        } else if (!refusal.interim(head)) {
            present.answerCame(from.clock());
            wait.end();
            present.refusedByUpstream(head, refusal.head(head, true));
        }
    }

    private void answerContent(HttpContent part, UpgradeLink from) {
        if (!refusal.started()) {
            part.release();
        } else if (refusal.content(part)) {
            client.flush();
            frontend.answered(true);
        } else if (!client.isWritable()) {
            from.channel().config().setAutoRead(false);
        }
    }

    private void tooSlow() {
        if (link != null && !link.clock().sample().isEmpty()) {
            refuse(Refusal.notHttp(route.upstream(), link.clock().sample()), CloseInfo.By.UPSTREAM);
        } else {
            refuse(Refusal.tooSlow(route.upstream(), relay.admission().limits().handshakeTimeout(),
                    "limits.handshakeTimeout"), CloseInfo.By.ENGINE);
        }
    }

    @Override
    public void upstreamGone(@Nullable Throwable cause) {
        if (refusal.started()) {
            relay.tally().error();
            refusal.abort();
        } else if (link != null && !link.clock().sample().isEmpty()) {
            refuse(Refusal.notHttp(route.upstream(), link.clock().sample()), CloseInfo.By.UPSTREAM);
        } else {
            refuse(Refusal.noAnswer(route.upstream(), cause), CloseInfo.By.UPSTREAM);
        }
    }

    /** Answers instead of the upstream. */
    private void refuse(Refusal why, CloseInfo.By by) {
        if (over || attempt == null) {
            return;
        }
        FullHttpResponse page = EngineAnswers.last(why, request.headers());
        attempt.refusedByEngine(why, by, page.headers());
        abandon();
        frontend.refuseForGood(page);
    }

    @Override
    public void cancelled() {
        if (!over && attempt != null && !refusal.started()) {
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
        if (adoption != null) {
            adoption.cancel();
        }
        wait.end();
        early.close();
        if (link != null) {
            link.discard();
            link = null;
        }
    }

    @Override
    public void answerReadComplete() {
        client.flush();
    }

    @Override
    public boolean answering() {
        return refusal.started();
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
