package dev.socketscope.engine.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into words and puts them together as directives. What ends a directive is up to the notation. One use. */
abstract class DirectiveReader {
    private static final int DEEPEST = 50;
    private static final Pattern HERE = Pattern.compile("<<[\\w-]+");
    private static final char END = '\0';

    private final String text;
    private int at;
    private int line = 1;
    private int depth;

    DirectiveReader(String text) {
        this.text = text;
    }

    /** The file as a directive without a name. */
    Directive read() throws UnreadableException {
        return new Directive(1, "", List.of(), body(false));
    }

    private List<Directive> body(boolean inBraces) throws UnreadableException {
        int opened = line;
        List<Directive> directives = new ArrayList<>();
        while (true) {
            skipBlank(true);
            if (peek() == END || peek() == '}') {
                break;
            }
            directives.add(directive());
        }
        if (inBraces && peek() == END) {
            throw new UnreadableException(opened, "{ is never closed");
        }
        if (!inBraces && peek() == '}') {
            throw new UnreadableException(line, "} closes nothing");
        }
        return directives;
    }

    private Directive directive() throws UnreadableException {
        int begun = line;
        List<String> words = new ArrayList<>();
        List<Directive> body = List.of();
        while (true) {
            skipBlank(!endsAtLineEnd());
            if (opensBody()) {
                body = braces(words);
                break;
            }
            if (atEnd(begun)) {
                break;
            }
            words.add(word());
        }
        String name = words.isEmpty() ? "" : words.getFirst();
        return new Directive(begun, name, words.isEmpty() ? words : words.subList(1, words.size()), body);
    }

    private List<Directive> braces(List<String> words) throws UnreadableException {
        at++;
        if (isForeign(words.isEmpty() ? "" : words.getFirst())) {
            skipForeign();
            return List.of();
        }
        if (++depth > DEEPEST) {
            throw new UnreadableException(line, "more than " + DEEPEST + " levels of braces");
        }
        List<Directive> body = body(true);
        at++;
        depth--;
        return body;
    }

    /** Takes what ends a directive; a closing brace is left for its block. */
    private boolean atEnd(int begun) throws UnreadableException {
        if (endsAtLineEnd()) {
            return peek() == END || peek() == '\n' || peek() == '}';
        }
        if (peek() == END || peek() == '}') {
            throw new UnreadableException(begun, "no ; before " + (peek() == END ? "the end of the file" : "}"));
        }
        boolean ends = peek() == ';';
        at += ends ? 1 : 0;
        return ends;
    }

    private boolean opensBody() {
        return peek() == '{' && (!endsAtLineEnd() || nothingMoreOnLine());
    }

    private boolean nothingMoreOnLine() {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != '\n' && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next == text.length() || text.charAt(next) == '\n' || text.charAt(next) == '#';
    }

    private String word() throws UnreadableException {
        char first = peek();
        if (first == '"' || first == '\'' && !endsAtLineEnd() || first == '`' && endsAtLineEnd()) {
            return quoted(first);
        }
        StringBuilder word = new StringBuilder();
        while (!endsWord(word)) {
            if (peek() == '\\' && at + 1 < text.length()) {
                take(word);
            }
            take(word);
        }
        return endsAtLineEnd() && HERE.matcher(word).matches() ? here(word.substring(2)) : word.toString();
    }

    /** Lines up to one that begins with the marker; what follows there goes on with the directive. */
    private String here(String marker) throws UnreadableException {
        int begun = line;
        Matcher end = Pattern.compile("\\n[ \\t]*" + Pattern.quote(marker) + "(?![\\w-])").matcher(text);
        if (!end.find(at)) {
            throw new UnreadableException(begun, "<<" + marker + " is never closed");
        }
        StringBuilder lines = new StringBuilder();
        while (at < end.end()) {
            take(lines);
        }
        return lines.toString();
    }

    private boolean endsWord(StringBuilder before) {
        char next = peek();
        if (next == END || Character.isWhitespace(next)) {
            return true;
        }
        if (endsAtLineEnd()) {
            return next == '}' && !before.toString().contains("{");
        }
        boolean variable = next == '{' && !before.isEmpty() && before.charAt(before.length() - 1) == '$'
                || next == '}' && before.lastIndexOf("${") > before.lastIndexOf("}");
        return next == ';' || (next == '{' || next == '}') && !variable;
    }

    private String quoted(char quote) throws UnreadableException {
        int begun = line;
        at++;
        StringBuilder word = new StringBuilder();
        while (peek() != quote) {
            if (peek() == END) {
                throw new UnreadableException(begun, "the quote " + quote + " is never closed");
            }
            if (peek() == '\\' && at + 1 < text.length()) {
                at++;
            }
            take(word);
        }
        at++;
        return word.toString();
    }

    private void take(StringBuilder into) {
        char next = text.charAt(at++);
        line += next == '\n' ? 1 : 0;
        into.append(next);
    }

    private void skipForeign() throws UnreadableException {
        StringBuilder ignored = new StringBuilder();
        int begun = line;
        for (int open = 1; open > 0;) {
            if (peek() == END) {
                throw new UnreadableException(begun, "{ is never closed");
            }
            open += peek() == '{' ? 1 : peek() == '}' ? -1 : 0;
            take(ignored);
        }
    }

    private void skipBlank(boolean lineEndsToo) {
        while (true) {
            char next = peek();
            if (next == '#') {
                at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            } else if (next == '\\' && endsAtLineEnd() && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
                line++;
            } else if (next != END && Character.isWhitespace(next) && (next != '\n' || lineEndsToo)) {
                at++;
                line += next == '\n' ? 1 : 0;
            } else {
                return;
            }
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    /** Whether a directive ends with its line, rather than with a semicolon. */
    abstract boolean endsAtLineEnd();

    /** Whether the braces of a directive hold another language. */
    abstract boolean isForeign(String directive);
}
