package dev.socketscope.app.frames;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import java.util.Set;

/** Finds the frame of a connection that is nearest to a moment, as soon as its frames are here. JavaFX thread only. */
final class FrameMoment {
    private static final long NOT_YET = -1;

    private String connection = "";
    private long micros;

    /** @param at microseconds since the epoch */
    void seek(String wanted, long at) {
        connection = wanted;
        micros = at;
    }

    /**
     * Once it has been found, it is sought no more.
     *
     * @param query whose frames the rows are
     * @return number of its row; -1 while it cannot be told, or nothing is sought
     */
    long find(FrameQuery query, FrameRows rows) {
        if (!query.connections().equals(Set.of(connection)) || isBehind(rows)) {
            return NOT_YET;
        }
        long after = firstFrom(rows);
        if (after == NOT_YET || rows.size() == 0) {
            return NOT_YET;
        }
        FrameRow row = rows.row(after);
        FrameRow before = rows.row(after - 1);
        if (row == null && before == null) {
            return NOT_YET;
        }
        connection = "";
        return row == null || before != null && micros - before.frame().atMicros() < row.frame().atMicros() - micros
                ? after - 1
                : after;
    }

    /** Whether the filter has yet to come to the moment. */
    private boolean isBehind(FrameRows rows) {
        FrameRow last = rows.row(rows.end() - 1);
        return rows.view().pending() > 0 && (last == null || last.frame().atMicros() < micros);
    }

    /** Number of the first row that is not before the moment, the end when all are; -1 when a row on the way there is not here yet. */
    private long firstFrom(FrameRows rows) {
        long low = rows.first();
        long high = rows.end();
        while (low < high) {
            long middle = (low + high) >>> 1;
            FrameRow row = rows.row(middle);
            if (row == null) {
                return NOT_YET;
            }
            if (row.frame().atMicros() < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
