package dev.socketscope.engine.sandbox;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.java_websocket.WebSocket;

/** What the sandbox does on one socket path. One endpoint serves all connections of its path, each with its own session. */
interface Endpoint {
    String path();

    /** The subprotocol to agree to, out of those the client offers; empty to agree to none (RFC 6455 §4.2.2). */
    Optional<String> subprotocol(List<String> offered);

    /**
     * A client has connected.
     *
     * @param query the request's query without the question mark, empty when there is none
     * @param subprotocol what was agreed, empty when nothing was
     */
    Session open(WebSocket socket, String query, String subprotocol);

    /** One connection. Called by one thread at a time, never again after {@link #closed()}. */
    interface Session {
        void text(String message);

        void binary(ByteBuffer message);

        void closed();
    }
}
