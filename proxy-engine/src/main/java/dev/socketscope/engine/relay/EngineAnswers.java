package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;

/** Sends one client what the engine answers itself. */
final class EngineAnswers {
    private final Channel client;
    private final AnswerEncoder encoder;

    EngineAnswers(Channel client, AnswerEncoder encoder) {
        this.client = client;
        this.encoder = encoder;
    }

    /** The connection stays usable if the client wants that. */
    void send(Refusal refusal, HttpHeaders request, RequestFacts facts) {
        encoder.answering(facts.head());
        FullHttpResponse page = ErrorPage.render(refusal, request);
        if (!facts.keepAlive()) {
            page.headers().set(Fields.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (facts.http10()) {
            page.headers().set(Fields.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        client.writeAndFlush(page);
    }

    /** A page that is sent like any other answer. */
    static FullHttpResponse plain(Refusal refusal, HttpHeaders request) {
        return ErrorPage.render(refusal, request);
    }

    /** A page after which the connection ends, for requests whose end cannot be found. To be given to {@link #sendLast}. */
    static FullHttpResponse last(Refusal refusal, HttpHeaders request) {
        FullHttpResponse page = ErrorPage.render(refusal, request);
        page.headers().set(Fields.CONNECTION, HttpHeaderValues.CLOSE);
        return page;
    }

    void sendLast(FullHttpResponse page) {
        encoder.answering(false);
        client.write(page);
        LingeringClose.begin(client);
    }
}
