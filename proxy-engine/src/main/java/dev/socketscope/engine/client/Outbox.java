package dev.socketscope.engine.client;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent and, while there is one, the connection that it goes to. Messages whose arrival counts are kept until a
 * Pong confirms them: a peer answers a Ping after what came before it, whoever on the way the peer is (RFC 6455 §5.5.3).
 * Thread-safe.
 */
final class Outbox {
    private static final String CONFIRMATION = "arrived-";
    private final SendQueue queue;
    private final Runnable later;
    private @Nullable Link link;
    private long asked = -1;
    private boolean planned;
    private boolean closed;

    /** @param later asked to call {@link #goOn} soon, because the connection has no room for now */
    Outbox(QueueBounds bounds, boolean confirming, Runnable later) {
        queue = new SendQueue(bounds, confirming);
        this.later = later;
    }

    synchronized Sent send(Message message) {
        if (closed) {
            return new Sent.Refused(Sent.Reason.CLOSED);
        }
        boolean first = queue.waiting() == 0;
        Sent.Reason refusal = queue.offer(message).orElse(null);
        if (refusal != null) {
            return new Sent.Refused(refusal);
        }
        // Otherwise somebody has been asked already to go on when there is room.
        if (first) {
            flush();
        }
        return queue.waiting() == 0 ? new Sent.Now() : new Sent.Queued();
    }

    /** The time to try again has come. */
    synchronized void goOn() {
        planned = false;
        flush();
    }

    /** Hands over what the connection has room for. */
    private void flush() {
        Link to = link;
        if (to == null) {
            return;
        }
        Message next = queue.next();
        while (next != null && to.offer(next)) {
            queue.handed();
            next = queue.next();
        }
        if (asked < 0 && queue.wantsConfirmation() && to.ping(CONFIRMATION + queue.sent())) {
            asked = queue.sent();
        }
        if (next != null && !planned) {
            planned = true;
            later.run();
        }
    }

    /** A connection is there. */
    synchronized void open(Link opened) {
        link = opened;
        asked = -1;
        flush();
    }

    /** The connection is gone. */
    synchronized void hold() {
        link = null;
    }

    /** A pong has come. */
    synchronized void pong(String payload) {
        if (asked >= 0 && payload.equals(CONFIRMATION + asked)) {
            queue.confirm(asked);
            asked = -1;
            flush();
        }
    }

    /** The confirmation that is being waited for: how many messages it will confirm. */
    synchronized OptionalLong awaited() {
        return asked < 0 ? OptionalLong.empty() : OptionalLong.of(asked);
    }

    /** The peer has the first {@code count} messages of this session; the others are sent again. @return as {@link SendQueue#confirm} */
    synchronized boolean resume(long count) {
        boolean possible = queue.confirm(count);
        if (possible) {
            queue.rewind();
        }
        return possible;
    }

    /** A new session begins. @return as {@link SendQueue#restart} */
    synchronized int restart() {
        return queue.restart();
    }

    synchronized int waiting() {
        return queue.waiting();
    }

    /** Takes nothing more. What was handed over goes out before a Close frame; what waits does not. */
    synchronized void close() {
        closed = true;
        link = null;
    }
}
