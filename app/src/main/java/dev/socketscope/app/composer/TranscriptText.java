package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** Entries of a transcript as text. */
final class TranscriptText {
    /** More is not shown at once, in bytes. */
    static final int LONGEST_SHOWN = 128 << 10;
    private static final int LONGEST_PREVIEW = 300;
    /** Stands in the place of what is no UTF-8. */
    private static final char REPLACED = '\uFFFD';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private TranscriptText() {}

    static String time(Transcript.Entry entry) {
        return TIME.format(entry.at().atZone(ZoneId.systemDefault()));
    }

    static String arrow(Transcript.Entry entry) {
        return switch (entry.kind()) {
            case SENT -> "↑";
            case RECEIVED -> "↓";
            case NOTE -> "•";
            case TROUBLE -> "!";
        };
    }

    static String type(Transcript.Entry entry) {
        Opcode opcode = entry.opcode();
        return opcode == null ? "" : opcode.wireName();
    }

    static String size(Transcript.Entry entry) {
        return entry.opcode() == null ? "" : Units.bytes(entry.length());
    }

    /** The beginning, in one line. */
    static String preview(Transcript.Entry entry) {
        String text = text(entry, LONGEST_PREVIEW).replaceAll("\\s*\\R\\s*", "  ");
        return entry.remark().isEmpty() ? text : entry.remark() + "   " + text;
    }

    /** All that can be shown at once; JSON laid out in lines. */
    static String whole(Transcript.Entry entry) {
        String text = text(entry, LONGEST_SHOWN);
        String laid = text.length() > 1 && "{[".indexOf(text.charAt(0)) >= 0 && JsonLayout.problem(text).isEmpty()
                ? JsonLayout.indented(text)
                : text;
        return entry.length() <= LONGEST_SHOWN ? laid
                : laid + "\n" + Strings.of("composer.talk.cut", Units.bytes(entry.length() - LONGEST_SHOWN));
    }

    /**
     * For a file or the clipboard.
     *
     * @param secrets what must not stand there
     */
    static String lines(List<Transcript.Entry> entries, List<String> secrets) {
        StringBuilder lines = new StringBuilder();
        for (Transcript.Entry entry : entries) {
            lines.append(String.join(" ", time(entry), arrow(entry), type(entry), size(entry), entry.remark())
                    .replaceAll(" +", " ")).append('\n');
            text(entry, LONGEST_SHOWN).lines().forEach(line -> lines.append("    ").append(line).append('\n'));
            if (entry.length() > LONGEST_SHOWN) {
                lines.append("    ")
                        .append(Strings.of("composer.talk.cut", Units.bytes(entry.length() - LONGEST_SHOWN)))
                        .append('\n');
            }
        }
        String text = Secrets.maskQuery(lines.toString());
        for (String secret : secrets) {
            text = text.replace(secret, Secrets.MASK);
        }
        return text;
    }

    /** As text; in hex what is binary, and a Ping or Pong that is no text. */
    private static String text(Transcript.Entry entry, int most) {
        byte[] shown = entry.content().length > most ? Arrays.copyOf(entry.content(), most) : entry.content();
        String text = new String(shown, StandardCharsets.UTF_8);
        Opcode opcode = entry.opcode();
        boolean readable = opcode == null || opcode == Opcode.TEXT
                || opcode != Opcode.BINARY && text.chars().noneMatch(c -> c < ' ' || c == REPLACED);
        return readable ? text : HexForm.of(shown);
    }
}
