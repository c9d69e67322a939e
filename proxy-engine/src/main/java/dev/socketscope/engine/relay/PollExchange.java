package dev.socketscope.engine.relay;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One poll of a page: waits for messages, or brings some. Belongs to the page's event loop; the session may live on another one. */
final class PollExchange implements Exchange {
    private static final int LARGEST_POST = 1 << 20;

    private final RelayContext relay;
    private final HttpFrontend frontend;
    private final HttpRequest request;
    private final RequestFacts facts;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable Future<?> timer;
    private boolean over;

    PollExchange(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts) {
        this.relay = relay;
        this.frontend = frontend;
        this.request = request;
        this.facts = facts;
    }

    @Override
    public void content(HttpContent part) {
        byte[] bytes = new byte[part.content().readableBytes()];
        part.content().readBytes(bytes);
        boolean last = part instanceof LastHttpContent;
        part.release();
        if (body.size() + bytes.length > LARGEST_POST) {
            frontend.refuseForGood(EngineAnswers.last(new Refusal(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                    "A poll may bring 1 MiB.", "", 0), request.headers()));
            over = true;
            return;
        }
        body.writeBytes(bytes);
        if (last && !over) {
            begin();
        }
    }

    private void begin() {
        try {
            PollRequest poll = PollRequest.parse(facts.target());
            PollMessages.Posted posted = HttpMethod.POST.equals(facts.method()) ? PollMessages.parse(body.toByteArray())
                    : null;
            PollSession session = session(poll);
            if (session == null) {
                answer(EngineAnswers.plain(Refusal.tooManyConnections(relay.admission().limits()), request.headers()));
            } else {
                session.loop().execute(() -> run(session, poll, posted));
            }
        } catch (IllegalArgumentException e) {
            answer(EngineAnswers.plain(Refusal.badRequest(String.valueOf(e.getMessage())), request.headers()));
        }
    }

    private @Nullable PollSession session(PollRequest poll) {
        String key = facts.target().host() + ' ' + poll.wish().token() + ' ' + poll.url();
        PollSession known = relay.polls().find(key);
        if (known != null) {
            return known;
        }
        PollSession begun = new PollSession(relay, key, frontend.client().eventLoop(), poll, request.headers().copy());
        if (!relay.polls().add(key, begun)) {
            return relay.polls().find(key);
        }
        begun.connect((InetSocketAddress) frontend.client().localAddress());
        return begun;
    }

    /** On the session's loop. */
    private void run(PollSession session, PollRequest poll, PollMessages.@Nullable Posted posted) {
        if (posted != null) {
            session.post(posted);
            session.whenGreeted(() -> answerWith(session.received(poll)));
        } else if (session.ready(poll)) {
            answerWith(session.answer(poll));
        } else {
            Runnable news = () -> {
                session.ready(poll);
                answerWith(session.answer(poll));
            };
            session.await(news);
            frontend.client().eventLoop().execute(() -> limit(session, news, poll));
        }
    }

    private void limit(PollSession session, Runnable news, PollRequest poll) {
        if (!over) {
            timer = frontend.client()
                    .eventLoop()
                    .schedule(() -> session.loop().execute(() -> session.giveUp(news)), poll.patience().toNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    private void answerWith(byte[] json) {
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
                Unpooled.wrappedBuffer(json));
        answer.headers().set(Fields.CONTENT_TYPE, "application/json").set(Fields.CACHE_CONTROL, "no-store");
        answer.headers().setInt(Fields.CONTENT_LENGTH, json.length);
        frontend.client().eventLoop().execute(() -> answer(answer));
    }

    private void answer(FullHttpResponse answer) {
        if (over) {
            answer.release();
            return;
        }
        over = true;
        stopWaiting();
        if (!facts.keepAlive()) {
            answer.headers().set(Fields.CONNECTION, HttpHeaderValues.CLOSE);
        }
        frontend.client().writeAndFlush(answer);
        frontend.answered(!facts.keepAlive());
    }

    private void stopWaiting() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    @Override
    public boolean wantsInput() {
        return true;
    }

    @Override
    public boolean answering() {
        return over;
    }

    @Override
    public void clientReadComplete() {}

    @Override
    public void clientWritabilityChanged() {}

    @Override
    public void cancelled() {
        over = true;
        stopWaiting();
    }

    @Override
    public void finished() {
        stopWaiting();
    }
}
