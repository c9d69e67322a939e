package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Direction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what went through each connection up to a frame. Sums are kept at every {@value #STEP}th frame, or less often, so that at most
 * {@value #MOST} of them are kept; between them the file is asked. What the engine itself sent is not
 * counted, as it is not in {@link dev.socketscope.engine.api.Connection.Traffic}. One thread at a time.
 */
final class FrameTally {
    private static final int STEP = 65_536;
    private static final int MOST = 64;
    /** Frames, messages and bytes, both ways. */
    private static final int SUMS = 6;

    /** @param sums of connection {@code key} from {@code key * SUMS} on */
    private record Mark(long seq, long[] sums) {}

    private final PreparedStatement between;
    private final int size;
    private final List<Mark> marks = new ArrayList<>();
    private final long first;
    private final long end;
    private @Nullable Mark latest;

    /**
     * @param database stays the caller's
     * @param greatest key of a connection
     */
    FrameTally(Connection database, int greatest, long first, long end) throws SQLException {
        this.between = database.prepareStatement("SELECT connection, bits >> 8 & 1, count(*),"
                + " sum(bits & 128 <> 0 AND bits & 15 < 8),"
                + " sum(length + 2 + CASE WHEN length > 65535 THEN 8 WHEN length > 125 THEN 2 ELSE 0 END"
                + " + CASE WHEN bits & 512 THEN 4 ELSE 0 END)"
                + " FROM frame WHERE seq >= ? AND seq < ? AND bits & 65536 = 0 GROUP BY connection, bits >> 8 & 1");
        this.size = (greatest + 1) * SUMS;
        this.first = first;
        this.end = end;
    }

    /** What comes after a frame, and so has to be taken away from what a connection had in the end. */
    final class After {
        private final long[] upTo;

        private After(long[] upTo) {
            this.upTo = upTo;
        }

        Traffic of(int key, Direction direction) {
            long[] all = marks.getLast().sums;
            int place = place(key, direction.ordinal());
            return new Traffic(all[place] - upTo[place], all[place + 1] - upTo[place + 1],
                    all[place + 2] - upTo[place + 2]);
        }

        /** Of all connections. */
        Traffic of(Direction direction) {
            Traffic sum = Traffic.NONE;
            for (int key = 0; key < size / SUMS; key++) {
                sum = sum.plus(of(key, direction));
            }
            return sum;
        }
    }

    private static int place(int key, int direction) {
        return key * SUMS + direction * (SUMS / 2);
    }

    /** @param seq of the first frame that comes after */
    After from(long seq) throws SQLException {
        if (marks.isEmpty()) {
            mark();
        }
        Mark before = marks.getFirst();
        for (Mark mark : marks) {
            before = mark.seq <= seq ? mark : before;
        }
        Mark last = latest;
        if (last != null && last.seq <= seq && last.seq > before.seq) {
            before = last;
        }
        Mark now = seq <= before.seq ? before : plus(before, seq);
        latest = now;
        return new After(now.sums);
    }

    private void mark() throws SQLException {
        long step = Math.max(STEP, (end - first) / MOST + 1);
        Mark mark = new Mark(first, new long[size]);
        marks.add(mark);
        while (mark.seq < end) {
            mark = plus(mark, Math.min(end, mark.seq + step));
            marks.add(mark);
        }
    }

    private Mark plus(Mark mark, long seq) throws SQLException {
        long[] sums = mark.sums.clone();
        between.setLong(1, mark.seq);
        between.setLong(2, seq);
        try (ResultSet row = between.executeQuery()) {
            while (row.next()) {
                int place = place(row.getInt(1), row.getInt(2));
                for (int i = 0; i < SUMS / 2; i++) {
                    sums[place + i] += row.getLong(i + 3);
                }
            }
        }
        return new Mark(seq, sums);
    }
}
