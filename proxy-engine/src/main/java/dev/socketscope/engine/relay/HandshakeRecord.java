package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is shown of an upgrade while it goes on. Belongs to the connection's event loop. */
final class HandshakeRecord {
    private final HandshakeClock clock;
    private final String requestLine;
    private final List<Header> requestHeaders;
    private List<Header> forwarded = List.of();
    private int status;
    private String phrase = "";
    private List<Header> responseHeaders = List.of();
    private List<Header> returned = List.of();
    private @Nullable String extensions;

    HandshakeRecord(HandshakeClock clock, String requestLine, List<Header> requestHeaders) {
        this.clock = clock;
        this.requestLine = requestLine;
        this.requestHeaders = requestHeaders;
    }

    HandshakeClock clock() {
        return clock;
    }

    void forwarded(List<Header> headers) {
        forwarded = headers;
    }

    void answered(int code, String reasonPhrase, List<Header> fromUpstream, List<Header> toClient) {
        status = code;
        phrase = reasonPhrase;
        responseHeaders = fromUpstream;
        returned = toClient;
    }

    /** The request's headers as they went to the upstream. */
    List<Header> forwarded() {
        return forwarded;
    }

    @Nullable
    String extensions() {
        return extensions;
    }

    void extensions(@Nullable String agreed) {
        extensions = agreed;
    }

    Handshake toHandshake() {
        return new Handshake(clock.steps(), requestLine, requestHeaders, forwarded, status, phrase, responseHeaders,
                returned, extensions);
    }
}
