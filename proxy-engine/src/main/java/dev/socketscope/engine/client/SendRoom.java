package dev.socketscope.engine.client;

import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;

/** How much may wait in the library's own queue, which has no bound: less than so many frames, and less than so many bytes. */
record SendRoom(int frames, long bytes) {
    boolean isIn(WebSocket connection) {
        return !(connection instanceof WebSocketImpl impl) || impl.outQueue.size() < frames
                && impl.outQueue.stream().mapToLong(ByteBuffer::remaining).sum() < bytes;
    }
}
