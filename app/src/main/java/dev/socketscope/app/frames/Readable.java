package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.JsonInks;
import dev.socketscope.app.live.FormatChoice;
import dev.socketscope.app.live.Formats;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.decode.Decoders;
import dev.socketscope.engine.decode.Format;
import dev.socketscope.engine.decode.Meaning;
import dev.socketscope.engine.decode.Message;
import dev.socketscope.engine.decode.Talk;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lines for the frames of a table: what their beginnings say in the format of their socket, or the beginnings as they are. It knows no
 * more than a row does, so that a remote engine's rows read alike. JavaFX thread only.
 */
final class Readable {
    private static final int REMEMBERED = 1_000;
    private static final char FIRST_PICTURE = '\u2400';
    private static final char LAST_PICTURE = '\u241F';
    /** Room in a preview for one more pair of digits means that there are no more. */
    private static final int HEX_FULL = FrameRow.PREVIEW_CHARS - 2;

    private final Formats formats;
    private final Map<Long, InkLine> lines = new LinkedHashMap<>(64, 0.75f, true);

    Readable(Formats formats) {
        this.formats = formats;
        formats.changes().subscribe(change -> lines.clear());
    }

    InkLine line(FrameRow row) {
        Frame frame = row.frame();
        if (frame.opcode() != Opcode.TEXT && frame.opcode() != Opcode.BINARY) {
            return PreviewInk.line(row);
        }
        InkLine known = lines.get(frame.seq());
        if (known == null) {
            known = meaning(row).map(Readable::ink).orElseGet(() -> PreviewInk.line(row));
            lines.put(frame.seq(), known);
            if (lines.size() > REMEMBERED) {
                lines.remove(lines.keySet().iterator().next());
            }
        }
        return known;
    }

    private Optional<Meaning> meaning(FrameRow row) {
        Talk talk = formats.talk(row.frame().connection());
        Message message = message(row);
        Optional<Format> format = Formats.format(formats.choice(talk), talk, message);
        return format.map(known -> Decoders.decode(known, talk, message))
                .filter(meaning -> meaning.whole() || !message.complete()
                        || !formats.choice(talk).equals(FormatChoice.AUTOMATIC));
    }

    private static Message message(FrameRow row) {
        String preview = row.preview();
        byte[] bytes = row.text() ? plain(preview).getBytes(StandardCharsets.UTF_8)
                : HexFormat.ofDelimiter(" ").parseHex(preview);
        boolean full = preview.length() >= (row.text() ? FrameRow.PREVIEW_CHARS : HEX_FULL);
        return new Message(row.frame().direction(), row.frame().opcode() == Opcode.TEXT, bytes,
                !full && row.frame().fin());
    }

    /** Previews draw control characters. */
    private static String plain(String preview) {
        if (preview.chars().noneMatch(c -> c >= FIRST_PICTURE && c <= LAST_PICTURE)) {
            return preview;
        }
        var text = new StringBuilder(preview.length());
        preview.chars()
                .forEach(c -> text.append((char) (c >= FIRST_PICTURE && c <= LAST_PICTURE ? c - FIRST_PICTURE : c)));
        return text.toString();
    }

    /** The format faint, then what the message is, then its data. */
    private static InkLine ink(Meaning meaning) {
        String summary = meaning.summary();
        var line = new InkLine.Builder().add(meaning.format().label() + " ", Ink.FAINT);
        int data = summary.indexOf('{') < 0 ? summary.indexOf('[') : summary.indexOf('{');
        int end = data < 0 ? summary.length() : data;
        boolean error = summary.startsWith("build error") || summary.startsWith("error") || summary.startsWith("ERROR");
        line.add(summary.substring(0, end), error ? Ink.ERROR : Ink.TEXT);
        InkLine rest = JsonInks.of(summary.substring(end));
        int from = 0;
        for (InkLine.Run run : rest.runs()) {
            line.add(rest.text().substring(from, run.end()), run.ink());
            from = run.end();
        }
        return line.build();
    }
}
