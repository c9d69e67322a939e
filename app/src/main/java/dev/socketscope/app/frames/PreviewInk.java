package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.JsonInks;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import java.util.regex.Pattern;

/** Colours a frame's preview: JSON lightly, errors red, control frames faint. */
final class PreviewInk {
    private static final Pattern ERROR = Pattern.compile("^[\\d\\[]*\\{\\s*\"type\"\\s*:\\s*\"errors?\"");
    private static final Pattern ORDERLY_CLOSE = Pattern.compile("^100[015]\\b.*");

    private PreviewInk() {}

    static InkLine line(FrameRow row) {
        Opcode opcode = row.frame().opcode();
        String preview = row.preview();
        if (opcode == Opcode.CLOSE) {
            return InkLine.of(preview,
                    preview.isEmpty() || ORDERLY_CLOSE.matcher(preview).matches() ? Ink.MUTED : Ink.ERROR);
        }
        if (opcode.isControl()) {
            return InkLine.of(preview, Ink.FAINT);
        }
        if (!row.text()) {
            return InkLine.of(preview, Ink.TEXT);
        }
        if (ERROR.matcher(preview).find()) {
            return InkLine.of(preview, Ink.ERROR);
        }
        return looksLikeJson(preview) ? JsonInks.of(preview) : InkLine.of(preview, Ink.TEXT);
    }

    private static boolean looksLikeJson(String preview) {
        return preview.indexOf('{') >= 0 || preview.indexOf('[') >= 0;
    }
}
