package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes a client's requests one after the other. A pipelined request waits here, with reading stopped, until the one before it
 * has been answered, so answers leave in order.
 */
final class HttpFrontend extends ChannelInboundHandlerAdapter {
    /** How long a client may go on sending a request that has been answered already. */
    private static final long LEFTOVER_SECONDS = 30;

    private final Channel client;
    private final ReadClock clock;
    private final AnswerEncoder encoder;
    private final EngineAnswers answers;
    private final RequestIntake intake;
    private final ArrayDeque<HttpObject> held = new ArrayDeque<>(4);
    private @Nullable Exchange exchange;
    /** The end of the present request has not been read yet. */
    private boolean requestOpen;
    private boolean answered;
    private boolean closing;
    private boolean draining;

    HttpFrontend(RelayContext relay, Channel client, ReadClock clock, AnswerEncoder encoder) {
        this.client = client;
        this.clock = clock;
        this.encoder = encoder;
        this.answers = new EngineAnswers(client, encoder);
        this.intake = new RequestIntake(relay, this);
    }

    Channel client() {
        return client;
    }

    ReadClock clock() {
        return clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof ByteBuf bytes && exchange instanceof UpgradeHandshake upgrade) {
            upgrade.earlyBytes(bytes);
        } else if (!(msg instanceof HttpObject part) || closing && exchange == null) {
            ReferenceCountUtil.release(msg);
        } else if (held.isEmpty() && takesParts()) {
            dispatch(part);
        } else {
            held.add(part);
        }
        updateReading();
    }

    private boolean takesParts() {
        return exchange == null || requestOpen;
    }

    private void dispatch(HttpObject part) {
        if (part instanceof HttpRequest request) {
            requestOpen = true;
            answered = false;
            intake.take(request);
        }
        if (part instanceof HttpContent content) {
            content(content);
        }
    }

    private void content(HttpContent part) {
        Exchange present = exchange;
        if (present == null) {
            part.release();
            return;
        }
        if (part.decoderResult().isFailure()) {
            part.release();
            brokenContent(present, part.decoderResult().cause());
            return;
        }
        requestOpen = !(part instanceof LastHttpContent);
        present.content(part);
        finishIfDone();
    }

    private void brokenContent(Exchange present, Throwable cause) {
        boolean answering = present.answering();
        exchange = null;
        present.cancelled();
        if (answering) {
            client.close();
        } else {
            refuseForGood(EngineAnswers.last(RequestCheck.malformed(cause), EmptyHttpHeaders.INSTANCE));
        }
    }

    /** From now on the request's content and everything else that happens on the client's side goes to the exchange. */
    void serve(Exchange with, RequestFacts facts) {
        exchange = with;
        encoder.answering(facts.head());
    }

    /** The engine answers instead of the upstream; the connection stays usable if the client wants that. */
    void refuse(Refusal refusal, HttpHeaders request, RequestFacts facts) {
        exchange = new DiscardedRequest();
        answers.send(refusal, request, facts);
        answered(!facts.keepAlive());
    }

    /** The engine answers, and the connection ends because nobody can tell where the next request begins. */
    void refuseForGood(FullHttpResponse page) {
        closing = true;
        answers.sendLast(page);
    }

    /** The present exchange's answer has been written to its end. {@code last}: the connection ends with it. */
    void answered(boolean last) {
        answered = true;
        closing |= last;
        if (requestOpen) {
            Exchange present = exchange;
            client.eventLoop().schedule(() -> {
                if (exchange == present) {
                    client.close();
                }
            }, LEFTOVER_SECONDS, TimeUnit.SECONDS);
        }
        finishIfDone();
    }

    private void finishIfDone() {
        Exchange present = exchange;
        if (present == null || !answered || requestOpen) {
            return;
        }
        exchange = null;
        answered = false;
        present.finished();
        clock.nextMessage();
        if (closing) {
            LegSocket.closeAfterPending(client);
        } else {
            drain();
        }
    }

    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        while (!held.isEmpty() && takesParts() && !closing) {
            dispatch(held.poll());
        }
        draining = false;
        if (exchange != null) {
            exchange.clientReadComplete();
        }
        updateReading();
    }

    /** Whether the client has sent more than the present request. */
    boolean holdsMore() {
        return !held.isEmpty();
    }

    /** Reading goes on only while there is somewhere to put what comes. */
    void updateReading() {
        client.config().setAutoRead(held.isEmpty() && (exchange == null || exchange.wantsInput()));
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.clientReadComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.clientWritabilityChanged();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        boolean waitsForClient = exchange == null || requestOpen && client.config().isAutoRead();
        if (event instanceof IdleStateEvent && waitsForClient) {
            client.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Exchange present = exchange;
        exchange = null;
        closing = true;
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        if (present != null) {
            present.cancelled();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!BoundedReads.isPause(cause)) {
            Surprise.log(cause);
            ctx.close();
        }
    }
}
