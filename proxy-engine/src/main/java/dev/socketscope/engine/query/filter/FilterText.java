package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.FilterException;

/** An expression and the place up to which it has been read. */
final class FilterText {
    private final String text;
    private int at;

    FilterText(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void goTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** The next character; NUL at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    char next() {
        return text.charAt(at++);
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    boolean take(String wanted) {
        boolean there = text.startsWith(wanted, at);
        at += there ? wanted.length() : 0;
        return there;
    }

    /** Takes a whole word in any case, such as {@code or}. */
    boolean takeKeyword(String keyword) {
        char behind = peek(keyword.length());
        boolean there = text.regionMatches(true, at, keyword, 0, keyword.length())
                && (behind == 0 || endsWord(behind));
        at += there ? keyword.length() : 0;
        return there;
    }

    /** Everything up to white space, a parenthesis or a quotation mark. */
    String word() {
        int from = at;
        while (!atEnd() && !endsWord(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean endsWord(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
    }

    /** A name of ASCII letters, possibly empty. */
    String name() {
        int from = at;
        while (peek() >= 'a' && peek() <= 'z' || peek() >= 'A' && peek() <= 'Z') {
            at++;
        }
        return text.substring(from, at);
    }

    /** A value behind a colon or a comparison: in quotes, or up to white space or a closing parenthesis. */
    String value(String what) throws FilterException {
        int from = at;
        if (peek() == '"') {
            return quoted();
        }
        while (!atEnd() && !Character.isWhitespace(peek()) && peek() != ')') {
            at++;
        }
        if (at == from) {
            throw error("expected a value after " + what);
        }
        return text.substring(from, at);
    }

    /** A string in quotation marks, in which a backslash stands before a quotation mark or a backslash. */
    String quoted() throws FilterException {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            if (peek() == '\\' && (peek(1) == '"' || peek(1) == '\\')) {
                at++;
            }
            if (atEnd()) {
                throw new FilterException("this quotation mark has no partner", from);
            }
            value.append(next());
        }
        at++;
        return value.toString();
    }

    FilterException error(String message) {
        return new FilterException(message, at);
    }
}
