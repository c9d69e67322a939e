package dev.socketscope.engine.client;

import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.extensions.IExtension;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/** Java-WebSocket's RFC 6455 rules, keeping an answer also when it is a refusal, of which the library tells no headers. */
final class DialDraft extends Draft_6455 {
    private static final int MAX_FRAME_BYTES = 16 << 20;
    private static final String HEAD_END = "\r\n\r\n";

    private final DialTarget target;
    private final Consumer<DialEvent.Answer> answered;

    /** As when nothing is offered: a peer may choose none (RFC 6455 §4.1). */
    private record NoneChosen() implements IProtocol {
        @Override
        public boolean acceptProvidedProtocol(String offered) {
            return offered.isEmpty();
        }

        @Override
        public String getProvidedProtocol() {
            return "";
        }

        @Override
        public IProtocol copyInstance() {
            return this;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    DialDraft(DialTarget target, Consumer<DialEvent.Answer> answered) {
        super(extensions(target.deflate()), protocols(target.subprotocols()), MAX_FRAME_BYTES);
        this.target = target;
        this.answered = answered;
    }

    private static List<IExtension> extensions(boolean compressed) {
        return compressed ? List.of(new BoundedDeflate(MAX_FRAME_BYTES)) : List.of();
    }

    private static List<IProtocol> protocols(List<String> offered) {
        return Stream.concat(offered.stream().map(Protocol::new), Stream.of(new NoneChosen())).toList();
    }

    @Override
    public Handshakedata translateHandshake(ByteBuffer read) throws InvalidHandshakeException {
        String text = StandardCharsets.ISO_8859_1.decode(read.duplicate()).toString();
        int end = text.indexOf(HEAD_END);
        if (end >= 0) {
            answered.accept(answer(text.substring(0, end)));
        }
        return super.translateHandshake(read);
    }

    private static DialEvent.Answer answer(String head) {
        List<String> lines = head.lines().toList();
        String[] status = lines.getFirst().split(" ", 3);
        return new DialEvent.Answer(status.length > 1 && status[1].matches("\\d{3}") ? Integer.parseInt(status[1]) : 0,
                status.length > 2 ? status[2] : "",
                lines.stream().skip(1).map(DialDraft::header).toList());
    }

    private static Header header(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? new Header(line.strip(), "")
                : new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    @Override
    public Draft copyInstance() {
        return new DialDraft(target, answered);
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
