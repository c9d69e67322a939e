package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.KeepAlive;
import java.nio.ByteBuffer;

/**
 * The pings of one leg (RFC 6455 §5.5.2): when the next one is due, and which one is unanswered. Pure; times are those of {@link
 * System#nanoTime}.
 *
 * <p>A missed pong is followed by another ping at once, so that a dead peer is noticed within {@code pingInterval + maxMissedPongs ×
 * pongTimeout}: 50 s with the defaults.
 */
final class Pulse {
    /** What has to be done now. */
    enum Due {
        NOTHING, PING, MISSED
    }

    private final KeepAlive rules;
    private int sequence;
    private boolean waits;
    private long sentNanos;
    private long dueNanos;
    private int missed;

    Pulse(KeepAlive keepAlive, long now) {
        this.rules = keepAlive;
        this.dueNanos = now + interval();
    }

    private long interval() {
        return rules.pingInterval().toNanos();
    }

    /** When {@link #due} has to be asked next. */
    long dueNanos() {
        return dueNanos;
    }

    /** A missed pong is told once; then a ping is due. */
    Due due(long now) {
        if (now - dueNanos < 0) {
            return Due.NOTHING;
        }
        if (!waits) {
            return Due.PING;
        }
        waits = false;
        missed++;
        return Due.MISSED;
    }

    /** The payload of the next ping, which is on its way from now on. */
    byte[] ping(int nonce, long now) {
        sequence++;
        waits = true;
        sentNanos = now;
        dueNanos = now + rules.pongTimeout().toNanos();
        return payload(nonce, sequence);
    }

    /** @param sequence of the pulse's own pings positive */
    static byte[] payload(int nonce, int sequence) {
        return ByteBuffer.allocate(OwnPongs.LENGTH).putInt(nonce).putInt(sequence).array();
    }

    /** The ping has been handed to the kernel. */
    void sent(byte[] payload, long now) {
        if (waits && sequence(payload) == sequence) {
            sentNanos = now;
        }
    }

    /**
     * A pong of ours has come.
     *
     * @return the round trip in nanoseconds; negative when it answers a ping that was given up already
     */
    long pong(byte[] payload, long now) {
        missed = 0;
        if (!waits || sequence(payload) != sequence) {
            return -1;
        }
        waits = false;
        dueNanos = sentNanos + interval() - now > 0 ? sentNanos + interval() : now + interval();
        return Math.max(0, now - sentNanos);
    }

    static int sequence(byte[] payload) {
        return ByteBuffer.wrap(payload).getInt(Integer.BYTES);
    }

    /** When the newest ping was sent. */
    long sentNanos() {
        return sentNanos;
    }

    /** Missed in a row. */
    int missed() {
        return missed;
    }

    boolean dead() {
        return missed >= allowed();
    }

    int allowed() {
        return rules.maxMissedPongs();
    }

    /** Another socket: it owes nothing. */
    void restart(long now) {
        waits = false;
        missed = 0;
        dueNanos = now + interval();
    }
}
