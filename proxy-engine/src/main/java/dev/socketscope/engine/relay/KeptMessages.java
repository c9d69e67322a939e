package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.resume.MessageLog;
import dev.socketscope.engine.resume.SyncRequest;
import dev.socketscope.engine.ws.FrameEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one direction that wait for a destination which is away, and those that have been sent to one which may ask for them
 * again. Belongs to the tunnel's event loop; takes no memory before the first one.
 */
final class KeptMessages {
    private final BufferBounds bounds;
    private @Nullable MessageLog log;
    private boolean keepsSent;

    KeptMessages(BufferBounds bounds) {
        this.bounds = bounds;
    }

    /** From now on sent messages are kept, and all of them are counted. */
    void keepSent() {
        keepsSent = true;
        log();
    }

    boolean keepsSent() {
        return keepsSent;
    }

    private MessageLog log() {
        if (log == null) {
            log = new MessageLog(bounds);
        }
        return log;
    }

    private int append(Opcode opcode, byte[] wire) {
        int code = FrameEncoder.firstByte(opcode, true, false) & 0xF;
        return log().append(System.currentTimeMillis(), code, wire);
    }

    /**
     * A message waits for the destination.
     *
     * @return how many had to be dropped for it, or itself
     */
    int waits(Opcode opcode, byte[] wire) {
        return append(opcode, wire);
    }

    /** A message has been sent. */
    void sent(Opcode opcode, byte[] wire) {
        if (keepsSent) {
            append(opcode, wire);
            log().sentAll();
        }
    }

    /** A message has been sent that is too long to be kept. */
    void skipped() {
        if (keepsSent) {
            log().skip();
        }
    }

    /** Whether messages from this number on could be sent again. */
    boolean reaches(long received) {
        return log != null && log.first() <= received + 1 && received <= log.last();
    }

    /** Number of the oldest message that could be sent again. */
    long first() {
        return log().first();
    }

    /** What came after a time or a number, oldest first. */
    List<MessageLog.Message> after(SyncRequest sync) {
        return log().after(Math.max(0, sync.lastMessageId()))
                .stream()
                .filter(message -> message.atMillis() > sync.since())
                .toList();
    }

    /** Drops what is too old; answers how many of them were waiting. */
    int expire() {
        return log == null ? 0 : log.expire(System.currentTimeMillis());
    }

    /**
     * Takes what the destination is to be sent, oldest first.
     *
     * @param received how many messages it has; negative when it has not said, and then nothing is sent twice
     */
    List<MessageLog.Message> take(long received) {
        if (log == null) {
            return List.of();
        }
        if (received >= 0) {
            log.received(received);
        }
        return log.takeWaiting();
    }

    /** The kernel has taken one of those, in their order; the others wait again should the destination be lost. */
    void left(MessageLog.Message message) {
        log().left(message.number());
        if (!keepsSent) {
            log().forget(message.number());
        }
    }

    /** What has not left for the destination's socket waits for the next one. */
    void destinationLost() {
        if (log != null) {
            log.putBack();
        }
    }

    int waiting() {
        return log == null ? 0 : log.waiting();
    }

    long bytes() {
        return log == null ? 0 : log.bytes();
    }
}
