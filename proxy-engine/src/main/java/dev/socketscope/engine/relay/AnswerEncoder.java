package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Writes answers; those to HEAD carry no content whatever their headers announce (RFC 9110 §9.3.2). */
final class AnswerEncoder extends HttpResponseEncoder {
    private boolean toHead;

    /** To be called before each answer. */
    void answering(boolean headRequest) {
        toHead = headRequest;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse answer) {
        return toHead || super.isContentAlwaysEmpty(answer);
    }
}
