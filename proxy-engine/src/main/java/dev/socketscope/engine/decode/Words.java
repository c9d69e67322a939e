package dev.socketscope.engine.decode;

/** Shortens texts. */
final class Words {
    private static final char SUBSTITUTE = '\u2426';

    private Words() {}

    /** A text or its beginning. */
    record Cut(String text, boolean isCut) {}

    /** At most so many characters, and never half of one. */
    static Cut cut(String text, int most) {
        if (text.length() <= most) {
            return new Cut(text, false);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return new Cut(text.substring(0, end), true);
    }

    /** One line without control characters, and not longer than a summary may be. */
    static String line(String text) {
        Cut cut = cut(text, Meaning.SUMMARY_CHARS - 1);
        var line = new StringBuilder(cut.text().length() + 1);
        cut.text().chars().forEach(c -> line.append(visible((char) c)));
        return cut.isCut() ? line.append('…').toString() : line.toString();
    }

    private static char visible(char c) {
        if (c < 0x20) {
            return (char) ('\u2400' + c);
        }
        boolean turnsWriting = c >= '\u2028' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
        return c >= 0x7F && c < 0xA0 || turnsWriting ? SUBSTITUTE : c;
    }

    /** Parts that are there, with blanks between. */
    static String join(String... parts) {
        var line = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        return line.toString();
    }

    static String count(int number, String one, String many) {
        return number == 1 ? "1 " + one : number + " " + many;
    }
}
