package dev.socketscope.engine.client;

import java.util.concurrent.Semaphore;

/**
 * Bounds what was read and not yet handled: who reads waits here, so that TCP holds the sender back. About four thousand small
 * messages or 4 MiB; one larger message may enter alone.
 */
final class ReadGate {
    private static final int UNIT_BYTES = 1_024;
    private static final int UNITS = 4_096;
    private final Semaphore room = new Semaphore(UNITS);
    private volatile boolean blocked;

    /** Returns when there is room. */
    void enter(int bytes) {
        int units = units(bytes);
        if (!room.tryAcquire(units)) {
            blocked = true;
            room.acquireUninterruptibly(units);
            blocked = false;
        }
    }

    void leave(int bytes) {
        room.release(units(bytes));
    }

    /** Whether somebody waits, so that what the peer sends is not even read. */
    boolean blocked() {
        return blocked;
    }

    /** Lets the one that waits go, for good. */
    void open() {
        room.release(UNITS);
    }

    private static int units(int bytes) {
        return Math.min(UNITS, 1 + bytes / UNIT_BYTES);
    }
}
