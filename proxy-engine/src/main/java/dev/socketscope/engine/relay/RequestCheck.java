package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a request can be dealt with at all. */
final class RequestCheck {
    private RequestCheck() {}

    /** @param cause what the decoder did not like */
    static Refusal malformed(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> new Refusal(HttpResponseStatus.REQUEST_URI_TOO_LONG,
                    "The request line is longer than " + RequestDecoder.MAX_LINE + " bytes.", "", 0);
            case TooLongHttpHeaderException _ -> new Refusal(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "The request's headers are longer than " + RequestDecoder.MAX_HEADERS + " bytes.", "", 0);
            case RequestDecoder.SlowHeadException slow -> new Refusal(HttpResponseStatus.REQUEST_TIMEOUT,
                    "The request took too long: " + UpstreamTrouble.text(slow) + ".", "", 0);
            default -> Refusal.badRequest("This is not an HTTP/1.1 request: " + UpstreamTrouble.text(cause) + ".");
        };
    }

    /** @return null when the request target cannot be understood */
    static @Nullable RequestTarget target(HttpRequest request) {
        String host = request.headers().get(Fields.HOST, "");
        return RequestTarget.parse(request.uri(), host);
    }

    /** @return null when nothing is wrong */
    static @Nullable Refusal problem(HttpRequest request, @Nullable RequestTarget target) {
        HttpVersion version = request.protocolVersion();
        List<String> hosts = request.headers().getAll(Fields.HOST);
        if (version.majorVersion() != 1) {
            return new Refusal(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED,
                    "Only HTTP/1.1 is spoken here, not " + version.text() + ".", "", 0);
        }
        if (HttpMethod.CONNECT.equals(request.method())) {
            return new Refusal(HttpResponseStatus.NOT_IMPLEMENTED, "CONNECT is not supported: this is a reverse proxy.",
                    "Use the address as the server's own, not as a proxy setting.", 0);
        }
        if (hosts.size() > 1 || hosts.isEmpty() && version.equals(HttpVersion.HTTP_1_1)) {
            return Refusal.badRequest("The request must carry exactly one Host header, not " + hosts.size() + ".");
        }
        if (target == null) {
            return Refusal.badRequest("The request target is neither a path nor a URL.");
        }
        return HeaderRules.loops(request.headers()) ? Refusal.loop() : null;
    }
}
