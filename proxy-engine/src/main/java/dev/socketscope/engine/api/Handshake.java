package dev.socketscope.engine.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upgrade of one connection (RFC 6455 §4), both as the peers sent it and as the engine passed it on.
 *
 * @param steps what was done, in order; steps that have not begun are absent
 * @param requestLine for example {@code GET /_hmr?token=… HTTP/1.1}
 * @param requestHeaders as the client sent them
 * @param forwardedHeaders as the engine sent them to the upstream
 * @param status the upstream's (or, when it never answered, the engine's own) status; 0 while there is none
 * @param reasonPhrase the phrase beside the status, may be empty
 * @param responseHeaders as the upstream sent them
 * @param returnedHeaders as the engine sent them to the client
 * @param extensions the agreed {@code Sec-WebSocket-Extensions}; null when none were agreed
 */
public record Handshake(List<Step> steps, String requestLine, List<Header> requestHeaders,
        List<Header> forwardedHeaders, int status, String reasonPhrase, List<Header> responseHeaders,
        List<Header> returnedHeaders, @Nullable String extensions) {

    /** The stations of an upgrade in the order in which they happen. */
    public enum Station {
        /** From the TCP connection's acceptance to its first request byte. */
        ACCEPT("TCP accept"),
        /** From the first to the last byte of the request. */
        READ_REQUEST("Read request"),
        /** Choosing the route and rewriting headers. */
        ROUTE("Route + filter headers"),
        /** Looking up the upstream's address. */
        RESOLVE("Resolve upstream"),
        /** TCP (and TLS) connection to the upstream. */
        CONNECT("Connect upstream"),
        /** Handing the request to the upstream's kernel. */
        SEND_UPGRADE("Send upgrade"),
        /** Waiting for the first byte of the answer. */
        UPSTREAM_PROCESSING("Upstream processing"),
        /** From the first to the last byte of the answer's head. */
        RECEIVE_RESPONSE("101 received"),
        /** Handing the answer to the client's kernel. */
        FORWARD_RESPONSE("101 forwarded"),
        /** From the open connection to the first frame in either direction. */
        FIRST_FRAME("First frame");

        private final String label;

        Station(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One timed station.
     *
     * @param startMicros since the TCP connection was accepted
     * @param micros how long it took, 0 or more
     */
    public record Step(Station station, long startMicros, long micros) {}

    /** From the acceptance of the TCP connection to the end of the last step but {@code FIRST_FRAME}, in microseconds. */
    public long totalMicros() {
        return steps.stream()
                .filter(s -> s.station() != Station.FIRST_FRAME)
                .mapToLong(s -> s.startMicros() + s.micros())
                .max()
                .orElse(0);
    }
}
