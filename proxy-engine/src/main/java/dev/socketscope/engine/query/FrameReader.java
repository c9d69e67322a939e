package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.query.filter.FilterContent;
import dev.socketscope.engine.query.filter.FilterSubject;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the capture frame by frame for a filter. The header alone is copied at first; payload, inflation and text follow
 * only when a condition asks for them. Belongs to one thread at a time.
 */
final class FrameReader implements FilterSubject, AutoCloseable {
    /** More than this of a message is not searched. */
    static final int MAX_CONTENT = 1 << 20;

    private static final FilterContent NOTHING = new FilterContent(new byte[0], 0);

    private final FrameStore log;
    private final MessageReader messages;
    private final ContentLoader loader;
    private final CapturedFrame header = new CapturedFrame();
    private final CapturedFrame whole = new CapturedFrame();
    private @Nullable FilterContent content;

    FrameReader(FrameStore log) {
        this.log = log;
        this.messages = new MessageReader(log);
        this.loader = new ContentLoader(log);
    }

    /** Goes to a frame; false when it is not there (any more). */
    boolean moveTo(long seq) {
        content = null;
        return log.read(seq, 0, header);
    }

    int connection() {
        return header.connection();
    }

    long atMicros() {
        return header.atMicros();
    }

    @Override
    public long seq() {
        return header.seq();
    }

    @Override
    public Direction direction() {
        return header.direction();
    }

    @Override
    public Opcode opcode() {
        return header.opcode();
    }

    @Override
    public long length() {
        return header.length();
    }

    @Override
    public long inProxyMicros() {
        return header.inProxyMicros();
    }

    @Override
    public FilterContent content() {
        if (content == null) {
            content = endsFragmentedMessage() ? ofMessage() : ofFrame();
        }
        return content;
    }

    /** Whether a filter gave up on the frame's content. */
    boolean isGivenUp() {
        return content != null && content.isGivenUp();
    }

    private boolean endsFragmentedMessage() {
        return header.opcode() == Opcode.CONTINUATION && header.fin();
    }

    private FilterContent ofMessage() {
        byte[] bytes = messages.message(header.seq(), MAX_CONTENT).map(Payload::bytes).orElse(null);
        return bytes == null ? NOTHING : new FilterContent(bytes, bytes.length);
    }

    private FilterContent ofFrame() {
        if (!log.read(header.seq(), MAX_CONTENT, whole)) {
            return NOTHING;
        }
        Content found = loader.load(whole, MAX_CONTENT);
        return new FilterContent(found.bytes(), found.length());
    }

    @Override
    public void close() {
        loader.close();
    }
}
