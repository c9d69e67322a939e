package dev.socketscope.engine.resume;

import dev.socketscope.engine.api.BufferBounds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The messages of one direction, numbered from 1, as far as the bounds let them be kept; the oldest go first. Some of them have
 * been sent and are kept for a peer that may ask for them again, the others wait to be sent.
 *
 * <pre>
 *   1 … first-1   first … sent        sent+1 … last
 *   dropped       sent, may be        waiting
 *                 asked for again
 * </pre>
 *
 * Not safe for use by several threads.
 */
public final class MessageLog {
    /**
     * @param number from 1, without gaps
     * @param atMillis when it came, milliseconds since the epoch
     * @param opcode of its first frame, 1 or 2
     * @param wire all of its frames as they stood on the wire
     */
    public record Message(long number, long atMillis, int opcode, byte[] wire) {}

    private static final long NONE = 0;

    private final BufferBounds bounds;
    private final ArrayDeque<Message> kept = new ArrayDeque<>();
    private long last;
    private long sent;
    /** Number of the oldest message that was taken and has not left; {@link #NONE} when all of them have. */
    private long leaving = NONE;
    private long lastLeaving;
    private long bytes;

    public MessageLog(BufferBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * A message came.
     *
     * @return how many that were waiting had to be dropped, this one perhaps among them
     */
    public int append(long atMillis, int opcode, byte[] wire) {
        last++;
        kept.add(new Message(last, atMillis, opcode, wire));
        bytes += wire.length;
        int dropped = expire(atMillis);
        while (!kept.isEmpty() && (kept.size() > bounds.maxMessages() || bytes > bounds.maxBytes())) {
            dropped += dropOldest();
        }
        return dropped;
    }

    /** A message passed that is too long to be kept. What is still waiting before it goes with it: order is kept, gaps are told. */
    public int skip() {
        int dropped = waiting() + 1;
        kept.clear();
        bytes = 0;
        last++;
        sent = last;
        return dropped;
    }

    /** Drops what is older than the bounds allow; answers how many of them were waiting. */
    public int expire(long nowMillis) {
        int dropped = 0;
        long oldest = nowMillis - bounds.maxAge().toMillis();
        while (!kept.isEmpty() && kept.getFirst().atMillis() < oldest) {
            dropped += dropOldest();
        }
        return dropped;
    }

    private int dropOldest() {
        Message oldest = kept.removeFirst();
        bytes -= oldest.wire().length;
        boolean waited = oldest.number() > sent;
        sent = Math.max(sent, oldest.number());
        return waited ? 1 : 0;
    }

    /** Takes what waits, oldest first; it counts as sent from now on and is kept. {@link #left} has to be told of each. */
    public List<Message> takeWaiting() {
        List<Message> waiting = after(sent);
        leaving = waiting.isEmpty() ? NONE : waiting.getFirst().number();
        lastLeaving = last;
        sent = last;
        return waiting;
    }

    /** One of those that were taken has left, in their order. */
    public void left(long number) {
        if (number == leaving) {
            leaving = number == lastLeaving ? NONE : number + 1;
        }
    }

    /** What was taken and has not left waits again, and so does what came behind it. */
    public void putBack() {
        if (leaving != NONE) {
            sent = leaving - 1;
            leaving = NONE;
        }
    }

    /** What waited has been sent otherwise. */
    public void sentAll() {
        sent = last;
    }

    /** The kept messages with higher numbers, oldest first. */
    public List<Message> after(long number) {
        List<Message> messages = new ArrayList<>();
        for (Iterator<Message> newest = kept.descendingIterator(); newest.hasNext();) {
            Message message = newest.next();
            if (message.number() <= number) {
                break;
            }
            messages.addFirst(message);
        }
        return messages;
    }

    /** The peer has everything up to the number; what it has need not be kept, and what follows waits (again). */
    public void received(long number) {
        forget(number);
        sent = Math.clamp(number, 0, last);
    }

    /** Nobody will ask for what was sent up to the number. */
    public void forget(long number) {
        while (!kept.isEmpty() && kept.getFirst().number() <= number) {
            bytes -= kept.removeFirst().wire().length;
        }
    }

    /** Number of the oldest message still there; one more than {@link #last()} when there is none. */
    public long first() {
        return kept.isEmpty() ? last + 1 : kept.getFirst().number();
    }

    /** Number of the newest message that ever came; 0 before the first. */
    public long last() {
        return last;
    }

    /** How many wait to be sent. */
    public int waiting() {
        int waiting = (int) (last - Math.max(sent, first() - 1));
        return Math.max(0, waiting);
    }

    /** How many are kept, sent or waiting. */
    public int size() {
        return kept.size();
    }

    /** Memory that the kept messages take, without overhead. */
    public long bytes() {
        return bytes;
    }
}
