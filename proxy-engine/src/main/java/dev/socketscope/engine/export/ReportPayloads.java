package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.html.Html;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The payloads in a report: at most so much of each, and at most so much of all. */
final class ReportPayloads {
    static final int MOST_OF_ONE = 64 << 10;
    static final long MOST_OF_ALL = 8L << 20;
    /** What fits on a line needs not be opened. */
    private static final int SHORT = 100;
    private static final int LONGEST_LINE = 160;
    private static final int HEX_ROW = 16;
    private static final int MOST_OF_BYTES = 4 << 10;

    private long left = MOST_OF_ALL;
    private long notShown;

    /** Messages whose payload had no room any more. */
    long notShown() {
        return notShown;
    }

    /** @param row whose message ends there, or any other frame, which shows its preview */
    void write(Html html, FrameWalk walk, FrameRow row) throws IOException {
        Frame frame = row.frame();
        boolean alone = frame.fin() && frame.opcode() != Opcode.CONTINUATION && !frame.truncated()
                && row.preview().length() <= SHORT && row.text();
        if (alone || !FrameWalk.endsMessage(frame)) {
            html.leaf("code", brief(row));
            return;
        }
        if (left <= 0) {
            notShown++;
            html.leaf("code", brief(row)).leaf("p", "Left out: the report is full.", "class", "note");
            return;
        }
        Optional<Payload> payload = walk.message(frame);
        if (payload.isPresent()) {
            open(html, row, payload.get());
        } else {
            html.leaf("code", brief(row)).leaf("p", "Not kept.", "class", "note");
        }
    }

    private static String brief(FrameRow row) {
        String preview = row.preview();
        return preview.length() <= LONGEST_LINE ? preview : preview.substring(0, LONGEST_LINE) + "…";
    }

    private void open(Html html, FrameRow row, Payload payload) throws IOException {
        byte[] bytes = payload.bytes();
        boolean text = payload.opcode() == Opcode.TEXT;
        int shown = Math.min(bytes.length, text ? MOST_OF_ONE : MOST_OF_BYTES);
        left -= shown;
        html.open("details").open("summary").leaf("code", row.preview().isEmpty() ? "empty" : brief(row)).close();
        html.leaf("pre", text ? text(Arrays.copyOf(bytes, shown), shown == bytes.length) : hex(bytes, shown));
        if (shown < bytes.length) {
            note(html, "Only the first " + ReportWords.bytes(shown) + " of " + ReportWords.bytes(bytes.length)
                    + " are here.");
        }
        if (!payload.complete()) {
            note(html, payload.note() == null ? "Not all of it was kept." : payload.note());
        }
        html.close();
    }

    private static void note(Html html, String words) throws IOException {
        html.leaf("p", words, "class", "note");
    }

    private static String text(byte[] bytes, boolean whole) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return whole ? IndentedJson.of(text).orElse(text) : text;
    }

    /** Offset, pairs, and what of it is ASCII. */
    private static String hex(byte[] bytes, int length) {
        StringBuilder rows = new StringBuilder();
        for (int from = 0; from < length; from += HEX_ROW) {
            int to = Math.min(length, from + HEX_ROW);
            String pairs = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
            rows.append("%06x  %-47s  ".formatted(from, pairs));
            for (int i = from; i < to; i++) {
                rows.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
            }
            rows.append('\n');
        }
        return rows.toString();
    }
}
