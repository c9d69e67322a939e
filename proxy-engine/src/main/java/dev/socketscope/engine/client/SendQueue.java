package dev.socketscope.engine.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages to be sent, in order and within bounds. When it keeps what was handed over, that stays here until confirmed:
 *
 * <pre>
 *   … confirmed │ unconfirmed: handed over, kept │ waiting │
 *      forgotten ◄── confirm             handed ◄──┘       └── offer
 *                        └── rewind ──────────────►
 * </pre>
 *
 * Not thread-safe.
 */
final class SendQueue {
    private final QueueBounds bounds;
    private final boolean keeping;
    private final Deque<Message> unconfirmed = new ArrayDeque<>();
    private final Deque<Message> waiting = new ArrayDeque<>();
    private long bytes;
    private long confirmed;

    SendQueue(QueueBounds bounds, boolean keeping) {
        this.bounds = bounds;
        this.keeping = keeping;
    }

    /** Takes a message to the end of those that wait, or says why not. */
    Optional<Sent.Reason> offer(Message message) {
        int size = message.size();
        if (size > bounds.maxBytes()) {
            return Optional.of(Sent.Reason.TOO_LARGE);
        }
        if (unconfirmed.size() + waiting.size() >= bounds.maxMessages() || bytes + size > bounds.maxBytes()) {
            return Optional.of(Sent.Reason.QUEUE_FULL);
        }
        waiting.add(message);
        bytes += size;
        return Optional.empty();
    }

    /** The message whose turn it is. */
    @Nullable
    Message next() {
        return waiting.peek();
    }

    /** The message whose turn it was has been handed to a connection. */
    void handed() {
        Message message = waiting.remove();
        if (keeping) {
            unconfirmed.add(message);
        } else {
            bytes -= message.size();
        }
    }

    /** How many messages of this session have been handed over so far. */
    long sent() {
        return confirmed + unconfirmed.size();
    }

    int waiting() {
        return waiting.size();
    }

    int unconfirmed() {
        return unconfirmed.size();
    }

    /** Whether a good part of the bounds is taken by what is not confirmed. */
    boolean wantsConfirmation() {
        return !unconfirmed.isEmpty()
                && (unconfirmed.size() + waiting.size() > bounds.maxMessages() / 4 || bytes > bounds.maxBytes() / 4);
    }

    /**
     * The peer has the first {@code count} messages of this session.
     *
     * @return whether that can be: no fewer than already confirmed, no more than sent
     */
    boolean confirm(long count) {
        if (count < confirmed || count > sent()) {
            return false;
        }
        for (; confirmed < count; confirmed++) {
            bytes -= unconfirmed.remove().size();
        }
        return true;
    }

    /** What is not confirmed waits again, before everything else. */
    void rewind() {
        while (!unconfirmed.isEmpty()) {
            waiting.addFirst(unconfirmed.removeLast());
        }
    }

    /** A new session begins. @return how many messages are dropped because nobody knows whether they arrived */
    int restart() {
        int dropped = unconfirmed.size();
        confirm(sent());
        confirmed = 0;
        return dropped;
    }
}
