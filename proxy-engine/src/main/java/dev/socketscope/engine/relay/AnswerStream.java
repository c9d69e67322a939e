package dev.socketscope.engine.relay;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/** Passes one upstream answer on to the client, part by part, in a framing that the client understands. */
final class AnswerStream {
    private final Channel client;
    private final RequestFacts request;
    private boolean started;
    private boolean closes;
    /** The client can only tell the end of the answer from the end of the connection. */
    private boolean endsWithConnection;

    AnswerStream(Channel client, RequestFacts request) {
        this.client = client;
        this.request = request;
    }

    /**
     * Passes on a 1xx answer (RFC 9110 §15.2), except to clients that do not know them.
     *
     * @return false when the answer is a final one, with which nothing has been done
     */
    boolean interim(HttpResponse answer) {
        if (answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            return false;
        }
        if (!request.http10()) {
            HttpHeaders headers = answer.headers().copy();
            HeaderRules.forwardAnswer(headers);
            client.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer.status(),
                    Unpooled.EMPTY_BUFFER, headers, EmptyHttpHeaders.INSTANCE));
        }
        return true;
    }

    /**
     * @param closing whether the connection ends after this answer whatever the client wishes
     * @return the headers as the client gets them
     */
    HttpHeaders head(HttpResponse answer, boolean closing) {
        HttpHeaders headers = answer.headers().copy();
        HeaderRules.forwardAnswer(headers);
        boolean framed = HeaderRules.framed(answer);
        if (!mayHaveContent(answer.status())) {
            frameNothing(headers);
        } else if (request.http10()) {
            headers.remove(Fields.TRANSFER_ENCODING);
            endsWithConnection = HttpUtil.isTransferEncodingChunked(answer) || !framed;
        } else if (!framed) {
            headers.set(Fields.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        closes = closing || endsWithConnection || !request.keepAlive();
        if (closes) {
            headers.set(Fields.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (request.http10()) {
            headers.set(Fields.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        started = true;
        client.write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, answer.status(), headers));
        return headers;
    }

    private void frameNothing(HttpHeaders headers) {
        if (request.http10()) {
            headers.remove(Fields.TRANSFER_ENCODING);
        }
    }

    private boolean mayHaveContent(HttpResponseStatus status) {
        return !request.head() && status.code() != 204 && status.code() != 304;
    }

    /** Takes ownership of the part; true when it was the last one. */
    boolean content(HttpContent part) {
        boolean last = part instanceof LastHttpContent;
        if (last || part.content().isReadable()) {
            client.write(part);
        } else {
            part.release();
        }
        return last;
    }

    boolean started() {
        return started;
    }

    /** Whether the client's connection ends with this answer. */
    boolean closes() {
        return closes;
    }

    /** Ends an answer that stopped in the middle so that the client cannot take it for complete. */
    void abort() {
        if (endsWithConnection) {
            LegSocket.reset(client);
        } else {
            LegSocket.closeAfterPending(client);
        }
    }
}
