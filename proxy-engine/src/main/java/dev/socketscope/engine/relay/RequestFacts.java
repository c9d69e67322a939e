package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/**
 * What the answer to a request depends on, kept apart because the headers are rewritten for the upstream.
 *
 * @param http10 the client knows neither chunked coding nor interim answers
 * @param keepAlive the client wants to use the connection again
 * @param body whether content may follow
 */
record RequestFacts(HttpMethod method, RequestTarget target, boolean http10, boolean keepAlive, boolean upgrade,
        boolean body) {

    static RequestFacts of(HttpRequest request, RequestTarget target) {
        HttpHeaders headers = request.headers();
        boolean upgrade = HeaderRules.listed(headers, Fields.UPGRADE, HttpHeaderValues.WEBSOCKET.toString());
        return new RequestFacts(request.method(), target, request.protocolVersion().equals(HttpVersion.HTTP_1_0),
                HttpUtil.isKeepAlive(request), upgrade, HeaderRules.hasBody(headers));
    }

    /** The same request for another target. */
    RequestFacts with(RequestTarget other) {
        return new RequestFacts(method, other, http10, keepAlive, upgrade, body);
    }

    boolean head() {
        return HttpMethod.HEAD.equals(method);
    }

    /** Whether sending the request twice does no harm (RFC 9110 §9.2.1), and is possible. */
    boolean repeatable() {
        boolean safe = head() || HttpMethod.GET.equals(method) || HttpMethod.OPTIONS.equals(method)
                || HttpMethod.TRACE.equals(method);
        return safe && !body;
    }
}
