package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One plain HTTP request and its answer, both streamed. Neither side is read faster than the other one takes.
 *
 * <pre>
 *   client ──► content ──► [waiting until connected] ──► link ──► upstream
 *   client ◄── AnswerStream ◄──────────────────────────── answer ◄──
 * </pre>
 */
final class HttpExchange implements Exchange, UpstreamConnector.Listener, UpstreamLink.User {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final RelayContext relay;
    private final HttpFrontend frontend;
    private final Channel client;
    private final RequestFacts facts;
    private final RouteTable.Match route;
    private final HttpRequest incoming;
    private final HttpRequest outgoing;
    private final AnswerStream answer;
    private final AnswerWait wait;
    private final ArrayDeque<HttpContent> waiting = new ArrayDeque<>(2);
    private @Nullable UpstreamLink link;
    private @Nullable AnswerCopy copy;
    private boolean requestDone;
    private boolean retried;
    private boolean answerDone;
    private boolean upstreamKeepsAlive;
    /** Nothing more is passed on to the upstream. */
    private boolean over;

    HttpExchange(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts,
            RouteTable.Match route) {
        this.relay = relay;
        this.frontend = frontend;
        this.client = frontend.client();
        this.facts = facts;
        this.route = route;
        this.incoming = request;
        this.outgoing = RequestForwarding.rewrite(request, client, facts, route);
        this.answer = new AnswerStream(client, facts);
        this.wait = new AnswerWait(relay.admission(), client.eventLoop());
    }

    void start() {
        relay.tally().httpRequest();
        HmrPages.Pages page = relay.pages().used() ? relay.pages().find(PageKey.of(incoming.headers(), client)) : null;
        if (page != null) {
            page.sockets().forEach(socket -> socket.requested(facts.target()));
        }
        if (!wait.begin()) {
            relay.events().limitReached(null, "limits.maxPending", facts.method() + " " + facts.target().path());
            fail(Refusal.tooManyPending(relay.admission().limits()));
            return;
        }
        UpstreamLink idle = relay.pool(client.eventLoop()).take(route.upstream(), facts.repeatable());
        if (idle == null) {
            connect();
        } else {
            send(idle);
        }
    }

    private void connect() {
        Duration limit = route.route().requestTimeout();
        Duration within = limit.compareTo(CONNECT_LIMIT) < 0 ? limit : CONNECT_LIMIT;
        UpstreamPool pool = relay.pool(client.eventLoop());
        relay.connector()
                .connect(client.eventLoop(), route.upstream(), within, pool.setUp(route.upstream()), this);
    }

    @Override
    public void connected(Channel upstream) {
        if (over) {
            upstream.close();
        } else {
            send(upstream.pipeline().get(UpstreamLink.class));
        }
    }

    @Override
    public void failed(Throwable cause) {
        fail(UpstreamTrouble.of(route.upstream(), cause));
    }

    private void send(UpstreamLink to) {
        link = to;
        to.lend(this);
        to.channel().write(outgoing);
        if (retried) {
            to.channel().write(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        while (!waiting.isEmpty()) {
            to.channel().write(waiting.poll());
        }
        to.channel().flush();
        frontend.updateReading();
    }

    @Override
    public void content(HttpContent part) {
        boolean last = part instanceof LastHttpContent;
        requestDone |= last;
        if (part instanceof LastHttpContent end) {
            HeaderFilter.apply(end.trailingHeaders(), route.route().headers());
        }
        if (over) {
            part.release();
        } else if (link == null) {
            waiting.add(part);
        } else {
            link.channel().write(part);
        }
        if (last && !answer.started()) {
            wait.limit(route.route().requestTimeout(), this::tooSlow);
        }
    }

    private void tooSlow() {
        fail(Refusal.tooSlow(route.upstream(), route.route().requestTimeout(), "the route's requestTimeout"));
    }

    @Override
    public boolean wantsInput() {
        return requestDone || over || link != null && link.channel().isWritable();
    }

    @Override
    public boolean answering() {
        return answer.started();
    }

    @Override
    public void clientReadComplete() {
        if (link != null) {
            link.channel().flush();
        }
    }

    @Override
    public void clientWritabilityChanged() {
        if (link != null) {
            link.channel().config().setAutoRead(client.isWritable());
        }
    }

    @Override
    public void upstreamWritabilityChanged() {
        frontend.updateReading();
    }

    @Override
    public void answerReadComplete() {
        client.flush();
    }

    @Override
    public void answer(HttpObject part) {
        if (part instanceof HttpResponse head && !over) {
            answerHead(head);
        }
        if (part instanceof HttpContent content) {
            answerContent(content);
        }
    }

    private void answerHead(HttpResponse head) {
        if (head.decoderResult().isFailure()) {
            fail(Refusal.notHttp(route.upstream(), UpstreamTrouble.text(head.decoderResult().cause())));
        } else if (head.status().code() == 101) {
            fail(Refusal.badAnswer(route.upstream(), "switched protocols without having been asked to"));
        } else if (!answer.interim(head)) {
            wait.end();
            upstreamKeepsAlive = HttpUtil.isKeepAlive(head);
            copy = AnswerCopy.of(relay.pages(), incoming, facts, head, client);
            answer.head(head, false);
        }
    }

    private void answerContent(HttpContent part) {
        if (over || !answer.started()) {
            part.release();
        } else if (part.decoderResult().isFailure()) {
            part.release();
            breakOff();
        } else if (passOn(part)) {
            answerDone = true;
            client.flush();
            frontend.answered(answer.closes());
        } else if (!client.isWritable() && link != null) {
            link.channel().config().setAutoRead(false);
        }
    }

    /** True with the last part. */
    private boolean passOn(HttpContent part) {
        if (copy != null && !copy.add(part.content())) {
            copy = null;
        }
        if (copy != null && part instanceof LastHttpContent) {
            copy.complete();
        }
        return answer.content(part);
    }

    @Override
    public void upstreamGone(@Nullable Throwable cause) {
        boolean stale = link != null && link.reused();
        link = null;
        if (answerDone) {
            over = true;
            frontend.updateReading();
        } else if (answer.started()) {
            breakOff();
        } else if (stale && !retried && facts.repeatable()) {
            retried = true;
            connect();
        } else {
            fail(Refusal.noAnswer(route.upstream(), cause));
        }
    }

    /** The answer stops in the middle, and the client must notice. */
    private void breakOff() {
        relay.tally().error();
        answer.abort();
    }

    private void fail(Refusal refusal) {
        if (over) {
            return;
        }
        end();
        relay.events().requestFailed(facts, refusal);
        relay.tally().error();
        frontend.refuse(refusal, incoming.headers(), facts);
    }

    @Override
    public void cancelled() {
        end();
    }

    @Override
    public void finished() {
        UpstreamLink done = link;
        if (done != null && upstreamKeepsAlive && !over) {
            link = null;
            done.giveBack();
        }
        end();
    }

    private void end() {
        over = true;
        wait.end();
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        if (link != null) {
            link.discard();
            link = null;
        }
    }
}
