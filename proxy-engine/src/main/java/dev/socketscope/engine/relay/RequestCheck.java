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
        int control = controlCharacter(request.uri());
        if (control >= 0) {
            return Refusal.badRequest("The request target has a control character, 0x%02x, after %d others."
                    .formatted((int) request.uri().charAt(control), control));
        }
        if (target == null) {
            return Refusal.badRequest("The request target is neither a path nor a URL.");
        }
        return HeaderRules.loops(request.headers()) ? Refusal.loop() : null;
    }

    /** RFC 3986 §2: none may stand there unescaped, and others may end the line at it. @return its index, -1 for none */
    private static int controlCharacter(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c < ' ' || c == 0x7f) {
                return i;
            }
        }
        return -1;
    }
}
