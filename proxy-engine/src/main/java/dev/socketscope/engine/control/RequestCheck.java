package dev.socketscope.engine.control;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Optional;

/** Whether a request is one that can be understood in one way only. Every refusal ends the TCP connection. */
final class RequestCheck {
    private static final String UNCLEAR = "The request cannot be understood: ";

    private RequestCheck() {}

    static Optional<Answer> refusal(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(malformed(request.decoderResult().cause()));
        }
        if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            return refuse(505, "Only HTTP/1.1 is spoken here.");
        }
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        if (hosts != 1) {
            return refuse(400, "The request must carry exactly one Host header, not " + hosts + ".");
        }
        if (!request.uri().startsWith("/")) {
            return refuse(400, "The request target must be a path.");
        }
        return framing(request);
    }

    private static Optional<Answer> framing(HttpRequest request) {
        if (request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return refuse(411, "Bodies need a Content-Length; transfer codings are not taken.");
        }
        int lengths = request.headers().getAll(HttpHeaderNames.CONTENT_LENGTH).size();
        long length = RequestBody.declared(request.headers());
        if (lengths > 1 || length < 0) {
            return refuse(400, UNCLEAR + "its Content-Length is not one number.");
        }
        return length > RequestBody.MAX_BYTES
                ? refuse(413, "The body has " + length + " bytes, expected at most " + RequestBody.MAX_BYTES + ".")
                : Optional.empty();
    }

    private static Answer malformed(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> Answer.problem(414,
                    "The request line is longer than " + ControlDecoder.MAX_LINE + " bytes.");
            case TooLongHttpHeaderException _ -> Answer.problem(431,
                    "The request's headers are longer than " + ControlDecoder.MAX_HEADERS + " bytes.");
            default -> Answer.problem(400, UNCLEAR + "it is not HTTP/1.1 as RFC 9112 writes it.");
        };
    }

    private static Optional<Answer> refuse(int status, String detail) {
        return Optional.of(Answer.problem(status, detail));
    }
}
