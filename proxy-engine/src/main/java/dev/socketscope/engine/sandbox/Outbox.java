package dev.socketscope.engine.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.PingFrame;

/**
 * Sends to one client within bounds. Java-WebSocket queues whatever it is given; here a client that does not read may let at
 * most {@value #MAX_WAITING_FRAMES} frames or {@value #MAX_WAITING_BYTES} bytes wait.
 */
final class Outbox {
    static final int MAX_WAITING_FRAMES = 256;
    static final long MAX_WAITING_BYTES = 32L << 20;
    private final WebSocket socket;

    Outbox(WebSocket socket) {
        this.socket = socket;
    }

    /** Whether something may be sent now. Asked by senders that rather leave a message out than end the connection. */
    boolean hasRoom() {
        return !(socket instanceof WebSocketImpl impl) || withinBounds(impl.outQueue);
    }

    /** Sends text, or ends the connection with 1013 when too much waits already. */
    void text(String message) {
        send(() -> socket.send(message));
    }

    /** As {@link #text}, for binary; the array is not copied and must not change afterwards. */
    void binary(byte[] message) {
        send(() -> socket.send(message));
    }

    /** As {@link #text}, for an object as JSON. */
    void json(Object message) {
        text(Json.text(message));
    }

    /** A Ping with a payload of its own, so that it can be told from the others (RFC 6455 §5.5.2). */
    void ping(String payload) {
        PingFrame ping = new PingFrame();
        ping.setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
        send(() -> socket.sendFrame(ping));
    }

    /** Runs something that sends, within the same bounds. A connection that has ended meanwhile is not an error. */
    void send(Runnable sending) {
        try {
            if (hasRoom()) {
                sending.run();
            } else {
                socket.closeConnection(CloseFrame.TRY_AGAIN_LATER, "reads too slowly");
            }
        } catch (WebsocketNotConnectedException _) {
            // The close is on its way to the session; there is nobody left to send to.
        }
    }

    private static boolean withinBounds(Queue<ByteBuffer> waiting) {
        if (waiting.size() >= MAX_WAITING_FRAMES) {
            return false;
        }
        long bytes = 0;
        for (ByteBuffer frame : waiting) {
            bytes += frame.remaining();
        }
        return bytes <= MAX_WAITING_BYTES;
    }
}
