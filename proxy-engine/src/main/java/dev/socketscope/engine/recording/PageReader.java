package dev.socketscope.engine.recording;

import dev.socketscope.engine.journal.CapturedFrame;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages of frames through one connection to a recording. Asking for a column costs as much as comparing what stands in it, so
 * two of them are asked for as one, and some only where they can tell something new. One thread at a time.
 */
final class PageReader {
    private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);

    private final PreparedStatement page;

    /** @param database stays the caller's */
    PageReader(Connection database) throws SQLException {
        page = database
                .prepareStatement(
                        "SELECT seq, connection << 32 | bits, at_micros, length, message_seq, in_proxy_micros,"
                                + " length(payload), substr(payload, 1, " + FramePage.BEGINNING
                                + ") FROM frame WHERE seq >= ? AND seq < ?");
    }

    /** Frames that cannot be read are missing in the page, and the log says why. */
    FramePage read(long number) {
        return read(number * FramePage.FRAMES, (number + 1) * FramePage.FRAMES);
    }

    /** A page that holds nothing but one frame. */
    FramePage readAlone(long seq) {
        return read(seq, seq + 1);
    }

    private FramePage read(long from, long to) {
        FramePage read = new FramePage();
        try {
            page.setLong(1, from);
            page.setLong(2, to);
            try (ResultSet row = page.executeQuery()) {
                while (row.next()) {
                    long seq = row.getLong(1);
                    read.put(seq, entry(seq, row));
                }
            }
        } catch (SQLException e) {
            LOG.warn("Frames of a recording cannot be read: {}", e.getMessage());
        }
        return read;
    }

    private static FramePage.Entry entry(long seq, ResultSet row) throws SQLException {
        long packed = row.getLong(2);
        int bits = (int) packed;
        byte[] beginning = bytes(row, 8);
        int captured = beginning.length < FramePage.BEGINNING ? beginning.length : row.getInt(7);
        return new FramePage.Entry((int) (packed >>> 32), bits, row.getLong(3),
                CapturedFrame.isWhole(bits) ? captured : row.getLong(4),
                CapturedFrame.beginsMessage(bits) ? seq : row.getLong(5), row.getInt(6), captured, beginning);
    }

    static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}
