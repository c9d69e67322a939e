package dev.socketscope.engine.journal;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.ws.Masking;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A run of consecutive records in one byte array, which is all the memory they take.
 *
 * <pre>
 *   0                                                              length
 *   ├ record 0 ┼ record 1 ┼ … ┼ record n ┤  free  ├ offset n … 1, 0 ┤
 *
 *   record   connection:4 meta:4 atMicros:8 length:8 messageSeq:8 captured:4 inProxyMicros:4 payload
 * </pre>
 *
 * One writer at a time, under the log's lock. Readers take no lock: they copy first and then look whether the segment had been
 * dropped meanwhile, because a dropped segment's array is written to again by its successor. What they copied is then discarded.
 */
final class Segment {
    private static final int HEADER = 40;
    private static final int SLOT = Integer.BYTES;
    private static final int CONNECTION = 0;
    private static final int META = 4;
    private static final int AT_MICROS = 8;
    private static final int LENGTH = 16;
    private static final int MESSAGE_SEQ = 24;
    private static final int CAPTURED = 32;
    private static final int IN_PROXY = 36;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle COUNT = count(MethodHandles.lookup());

    final long firstSeq;
    final byte[] bytes;
    private int count;
    private volatile boolean dropped;
    private int fill;

    Segment(long firstSeq, byte[] bytes) {
        this.firstSeq = firstSeq;
        this.bytes = bytes;
    }

    private static VarHandle count(MethodHandles.Lookup lookup) {
        try {
            return lookup.findVarHandle(Segment.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Bytes that a record with so much payload needs, its entry in the offset table included. */
    static int bytesFor(int captured) {
        return HEADER + align(captured) + SLOT;
    }

    private static int align(int bytes) {
        return bytes + 7 & ~7;
    }

    int count() {
        return (int) COUNT.getAcquire(this);
    }

    boolean hasRoomFor(int captured) {
        return fill + bytesFor(captured) + count * SLOT <= bytes.length;
    }

    /** Writes a record. Of the payload {@code captured} bytes from the index {@code from} on are taken and unmasked. */
    void append(int connection, int meta, long atMicros, int maskKey, long length, long messageSeq, ByteBuffer payload,
            int from, int captured) {
        int at = fill;
        INTS.set(bytes, at + CONNECTION, connection);
        INTS.set(bytes, at + META, meta);
        LONGS.set(bytes, at + AT_MICROS, atMicros);
        LONGS.set(bytes, at + LENGTH, length);
        LONGS.set(bytes, at + MESSAGE_SEQ, messageSeq);
        INTS.set(bytes, at + CAPTURED, captured);
        INTS.set(bytes, at + IN_PROXY, -1);
        payload.get(from, bytes, at + HEADER, captured);
        Masking.apply(maskKey, 0, bytes, at + HEADER, captured);
        int index = count;
        INTS.set(bytes, slot(index), at);
        fill = at + HEADER + align(captured);
        COUNT.setRelease(this, index + 1);
    }

    /** Fills in the in-proxy time of those records in the range that belong to the connection and direction. */
    void inProxy(long fromSeq, long toSeq, int connection, Direction direction, int micros) {
        int from = (int) (Math.max(fromSeq, firstSeq) - firstSeq);
        int to = (int) (Math.min(toSeq, firstSeq + count) - firstSeq);
        int wanted = CapturedFrame.meta(0, direction, false, 0);
        int mask = CapturedFrame.meta(0, Direction.TO_CLIENT, false, 0);
        for (int index = from; index < to; index++) {
            int at = (int) INTS.get(bytes, slot(index));
            if ((int) INTS.get(bytes, at + CONNECTION) == connection
                    && ((int) INTS.get(bytes, at + META) & mask) == wanted) {
                INTS.set(bytes, at + IN_PROXY, micros);
            }
        }
    }

    /** After this call readers discard what they copy; the array may be written to again. */
    void drop() {
        dropped = true;
        VarHandle.releaseFence();
    }

    /** Copies a record out; false when it is not there (any more). */
    boolean read(long seq, int maxPayload, CapturedFrame into) {
        int index = (int) (seq - firstSeq);
        if (index < 0 || index >= count()) {
            return false;
        }
        boolean plausible = copy(index, maxPayload, into);
        into.seq = seq;
        VarHandle.acquireFence();
        return plausible && !dropped;
    }

    /** What is read here may already be another segment's; every index is checked before it is used. */
    private boolean copy(int index, int maxPayload, CapturedFrame into) {
        int at = (int) INTS.get(bytes, slot(index));
        if (at < 0 || at > bytes.length - HEADER) {
            return false;
        }
        int captured = (int) INTS.get(bytes, at + CAPTURED);
        if (captured < 0 || captured > bytes.length - HEADER - at) {
            return false;
        }
        into.connection = (int) INTS.get(bytes, at + CONNECTION);
        into.meta = (int) INTS.get(bytes, at + META);
        into.atMicros = (long) LONGS.get(bytes, at + AT_MICROS);
        into.length = (long) LONGS.get(bytes, at + LENGTH);
        into.messageSeq = (long) LONGS.get(bytes, at + MESSAGE_SEQ);
        into.captured = captured;
        into.inProxyMicros = (int) INTS.get(bytes, at + IN_PROXY);
        into.payloadLength = Math.min(captured, maxPayload);
        System.arraycopy(bytes, at + HEADER, into.roomFor(into.payloadLength), 0, into.payloadLength);
        return true;
    }

    private int slot(int index) {
        return bytes.length - SLOT * (index + 1);
    }
}
