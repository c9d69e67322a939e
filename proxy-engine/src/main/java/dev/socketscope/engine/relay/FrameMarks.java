package dev.socketscope.engine.relay;

import dev.socketscope.engine.ws.FrameDecoder;
import java.util.Arrays;

/** Where the frames ended that one read completed. One for each event loop, used anew by every read. */
final class FrameMarks {
    private static final int FIELDS = 4;

    private long[] marks = new long[16 * FIELDS];
    private int used;

    void clear() {
        used = 0;
    }

    void add(FrameDecoder frame) {
        if (used == marks.length) {
            marks = Arrays.copyOf(marks, 2 * used);
        }
        marks[used++] = frame.frameOffset() + frame.headerLength() + frame.payloadLength();
        marks[used++] = frame.firstByte();
        marks[used++] = frame.headerLength();
        marks[used++] = frame.maskKey();
    }

    int count() {
        return used / FIELDS;
    }

    /** Offset in the stream behind the frame. */
    long end(int index) {
        return marks[index * FIELDS];
    }

    int firstByte(int index) {
        return (int) marks[index * FIELDS + 1];
    }

    int headerLength(int index) {
        return (int) marks[index * FIELDS + 2];
    }

    int maskKey(int index) {
        return (int) marks[index * FIELDS + 3];
    }
}
