package dev.socketscope.engine.relay;

import dev.socketscope.engine.hmr.GapSettler;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/** Asks an upstream one thing after the other over one connection of its own. Belongs to one event loop. */
final class FetchLine extends SimpleChannelInboundHandler<FullHttpResponse> implements UpstreamConnector.Listener {
    /** Of an answer, in bytes. A bundle holds all the libraries of its page. */
    static final int LARGEST = 16 << 20;
    private static final GapSettler.Answer NONE = new GapSettler.Answer(0, "", "", new byte[0]);

    private final Deque<GapSettler.Question> questions;
    private final HttpHeaders headers;
    private final BiConsumer<GapSettler.Question, GapSettler.Answer> answers;
    private final Runnable done;
    private boolean over;

    /**
     * @param headers of the page, sent with every question
     * @param answers hears every answer; status 0 when none came
     * @param done runs once, when every question has been answered
     */
    FetchLine(Deque<GapSettler.Question> questions, HttpHeaders headers,
            BiConsumer<GapSettler.Question, GapSettler.Answer> answers, Runnable done) {
        this.questions = new ArrayDeque<>(questions);
        this.headers = headers;
        this.answers = answers;
        this.done = done;
    }

    /** Handlers for the connection; the line itself is the last one. */
    ChannelInitializer<Channel> setUp() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST), FetchLine.this);
            }
        };
    }

    @Override
    public void connected(Channel upstream) {
        ask(upstream);
    }

    @Override
    public void failed(Throwable cause) {
        giveUp();
    }

    private void ask(Channel upstream) {
        GapSettler.Question next = questions.peek();
        if (next == null || over) {
            finish();
            upstream.close();
            return;
        }
        HttpHeaders own = headers.copy();
        own.set(Fields.ACCEPT, next.css() ? "text/css,*/*;q=0.1" : "*/*");
        if (!next.etag().isEmpty()) {
            own.set("If-None-Match", next.etag());
        }
        upstream.writeAndFlush(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, next.url(),
                Unpooled.EMPTY_BUFFER, own, EmptyHttpHeaders.INSTANCE));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse answer) {
        GapSettler.Question asked = questions.poll();
        if (asked == null || over) {
            return;
        }
        answers.accept(asked, new GapSettler.Answer(answer.status().code(),
                answer.headers().get(Fields.CONTENT_TYPE, ""), answer.headers().get("ETag", ""),
                ByteBufUtil.getBytes(answer.content())));
        ask(ctx.channel());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        giveUp();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!BoundedReads.isPause(cause)) {
            Surprise.log(cause);
            ctx.close();
        }
    }

    /** Whatever has not been answered counts as unanswered. */
    void giveUp() {
        while (!over && !questions.isEmpty()) {
            answers.accept(questions.remove(), NONE);
        }
        finish();
    }

    private void finish() {
        if (!over) {
            over = true;
            done.run();
        }
    }
}
