package dev.socketscope.engine.client;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/** Java-WebSocket's RFC 6455 rules, telling of every read: a long message is a sign of life long before it is complete. */
final class LinkDraft extends Draft_6455 {
    private final List<String> subprotocols;
    private final int maxFrameBytes;
    private final Runnable onRead;

    LinkDraft(List<String> subprotocols, int maxFrameBytes, Runnable onRead) {
        super(List.of(), offered(subprotocols), maxFrameBytes);
        this.subprotocols = subprotocols;
        this.maxFrameBytes = maxFrameBytes;
        this.onRead = onRead;
    }

    private static List<IProtocol> offered(List<String> subprotocols) {
        return subprotocols.isEmpty()
                ? List.of(new Protocol(""))
                : subprotocols.stream().<IProtocol>map(Protocol::new).toList();
    }

    @Override
    public List<Framedata> translateFrame(ByteBuffer read) throws InvalidDataException {
        onRead.run();
        return super.translateFrame(read);
    }

    @Override
    public Draft copyInstance() {
        return new LinkDraft(subprotocols, maxFrameBytes, onRead);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
