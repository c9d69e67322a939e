package dev.socketscope.app.controls;

/** Colours one line of JSON, which may be cut off or not be JSON after all: every character comes out again. */
public final class JsonInks {
    private JsonInks() {}

    public static InkLine of(String text) {
        var line = new InkLine.Builder();
        for (int at = 0; at < text.length();) {
            int end = tokenEnd(text, at);
            line.add(text.substring(at, end), ink(text, at, end));
            at = end;
        }
        return line.build();
    }

    private static int tokenEnd(String text, int at) {
        char c = text.charAt(at);
        if (c == '"') {
            return stringEnd(text, at);
        }
        int end = at + 1;
        while (isWord(c) && end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int stringEnd(String text, int at) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return text.length();
    }

    private static Ink ink(String text, int at, int end) {
        char c = text.charAt(at);
        if (c == '"') {
            return isKey(text, end) ? Ink.KEY : Ink.STRING;
        }
        if (!isWord(c)) {
            return Ink.PUNCTUATION;
        }
        return Character.isLetter(c) ? Ink.LITERAL : Ink.NUMBER;
    }

    private static boolean isKey(String text, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.' || c == '_';
    }
}
