package dev.socketscope.engine.sandbox;

import dev.socketscope.engine.client.BoundedDeflate;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.extensions.IExtension;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Java-WebSocket's RFC 6455 rules with three additions: compression on one path only, a bound on whole messages (the library
 * bounds frames), and a memory of how the present message was fragmented.
 */
final class SandboxDraft extends Draft_6455 {
    static final String SERVER = "Socketscope-Sandbox";
    static final int MAX_MESSAGE_BYTES = 16 << 20;
    private static final int MAX_FRAGMENTS_REMEMBERED = 1_024;

    /** The only path that this draft accepts; null to accept all but the compressing one. */
    private final @Nullable String only;
    private final String compressedPath;
    private final List<Integer> fragments = new ArrayList<>();
    private long messageBytes;
    private boolean compressed;

    private SandboxDraft(List<IExtension> extensions, @Nullable String only, String compressedPath) {
        // A protocol without a name accepts every offer and answers none: endpoints choose for themselves.
        super(extensions, List.of(new Protocol("")), MAX_MESSAGE_BYTES);
        this.only = only;
        this.compressedPath = compressedPath;
    }

    static SandboxDraft plain() {
        return new SandboxDraft(List.of(), null, EchoEndpoint.PATH);
    }

    static SandboxDraft compressing(String path) {
        return new SandboxDraft(List.of(new BoundedDeflate(MAX_MESSAGE_BYTES)), path, path);
    }

    @Override
    public HandshakeState acceptHandshakeAsServer(ClientHandshake request) throws InvalidHandshakeException {
        String target = request.getResourceDescriptor();
        boolean wantsCompressedPath = target.equals(compressedPath) || target.startsWith(compressedPath + "?");
        return wantsCompressedPath == (only != null)
                ? super.acceptHandshakeAsServer(request)
                : HandshakeState.NOT_MATCHED;
    }

    /** Says what answers, in place of the library's name. */
    @Override
    public HandshakeBuilder postProcessHandshakeResponseAsServer(ClientHandshake request,
            ServerHandshakeBuilder response) throws InvalidHandshakeException {
        HandshakeBuilder made = super.postProcessHandshakeResponseAsServer(request, response);
        made.put("Server", SERVER);
        return made;
    }

    @Override
    public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
        Opcode opcode = frame.getOpcode();
        if (opcode == Opcode.TEXT || opcode == Opcode.BINARY) {
            fragments.clear();
            messageBytes = 0;
            compressed = frame.isRSV1();
        }
        if (opcode == Opcode.TEXT || opcode == Opcode.BINARY || opcode == Opcode.CONTINUOUS) {
            remember(frame.getPayloadData().remaining());
        }
        super.processFrame(socket, frame);
    }

    private void remember(int bytes) throws LimitExceededException {
        messageBytes += bytes;
        if (messageBytes > MAX_MESSAGE_BYTES) {
            throw new LimitExceededException("a message may have " + MAX_MESSAGE_BYTES + " bytes", MAX_MESSAGE_BYTES);
        }
        if (fragments.size() < MAX_FRAGMENTS_REMEMBERED) {
            fragments.add(bytes);
        }
    }

    /**
     * Payload lengths of the present message's frames in order. One element for a message that was not fragmented, that came
     * compressed (where a frame's share of the message means nothing) or that had more frames than are remembered.
     */
    List<Integer> fragments() {
        boolean all = fragments.stream().mapToLong(Integer::longValue).sum() == messageBytes;
        return compressed || !all ? List.of((int) messageBytes) : List.copyOf(fragments);
    }

    @Override
    public Draft copyInstance() {
        return new SandboxDraft(getKnownExtensions().stream().map(IExtension::copyInstance).toList(), only,
                compressedPath);
    }

    // The library compares drafts to share frames between clients when broadcasting; each of ours has a memory of its own.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
