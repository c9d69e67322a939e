package dev.socketscope.app.scenarios;

/** Finds out whether a YAML text has comments: a {@code #} outside of quotes, at the beginning of a line or after a blank (YAML 1.2 § 6.6). */
final class Comments {
    private Comments() {}

    static boolean in(String text) {
        return text.lines().anyMatch(Comments::inLine);
    }

    private static boolean inLine(String line) {
        char quote = 0;
        char before = ' ';
        for (int i = 0; i < line.length(); i++) {
            char now = line.charAt(i);
            if (quote == 0 && now == '#' && Character.isWhitespace(before)) {
                return true;
            }
            if (quote == 0 && (now == '"' || now == '\'') && !Character.isLetterOrDigit(before)) {
                quote = now;
            } else if (now == quote && before != '\\') {
                quote = 0;
            }
            before = now;
        }
        return false;
    }
}
