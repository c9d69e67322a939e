package dev.socketscope.engine.hmr;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;

/**
 * Tells the code of a script from what it only talks about: comments and the insides of strings, templates and regular expressions
 * become blanks, and everything else stays where it was.
 *
 * <pre>
 *   import x from "/src/x.js"; // import.meta.hot.accept()
 *   import x from "         ";
 * </pre>
 *
 * Whether a slash divides or begins a regular expression is told by what stands before it; where that leaves it open, a wrong guess
 * reaches no further than the line.
 */
final class ScriptText {
    private static final Set<String> BEFORE_A_VALUE = Set.of("return", "typeof", "case", "in", "delete", "void",
            "throw", "new", "else", "do", "instanceof", "yield", "await");

    private final String text;
    private final char[] code;
    private final Deque<Integer> templates = new ArrayDeque<>();
    private int braces;
    private int at;
    /** Where the last character of code is; -1 before the first. */
    private int last = -1;

    private ScriptText(String text) {
        this.text = text;
        this.code = text.toCharArray();
    }

    /** As long as the text. */
    static String codeOf(String text) {
        ScriptText script = new ScriptText(text);
        while (script.at < text.length()) {
            script.step();
        }
        return new String(script.code);
    }

    private void step() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            blankTo(lineEnd(at));
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            blankTo(end < 0 ? text.length() : end + 2);
        } else if (c == '"' || c == '\'') {
            inside(stringEnd(c));
        } else if (c == '`') {
            at++;
            template();
        } else if (c == '}' && Integer.valueOf(braces).equals(templates.peek())) {
            templates.pop();
            at++;
            template();
        } else if (c == '/' && valueMayBegin() && regexEnd() > 0) {
            inside(regexEnd());
        } else {
            plain(c);
        }
    }

    private void plain(char c) {
        braces += c == '{' ? 1 : c == '}' ? -1 : 0;
        last = Character.isWhitespace(c) ? last : at;
        at++;
    }

    private void blankTo(int end) {
        Arrays.fill(code, at, end, ' ');
        at = end;
    }

    /** Blanks what stands between here and the closing character. */
    private void inside(int end) {
        at++;
        blankTo(Math.max(at, end));
        last = Math.min(end, text.length() - 1);
        at = Math.min(end + 1, text.length());
    }

    /** Goes on inside a template, as far as its end or the next {@code ${}. */
    private void template() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '`' && !text.startsWith("${", end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        blankTo(Math.min(end, text.length()));
        if (at < text.length()) {
            last = at;
            boolean ends = text.charAt(at) == '`';
            at += ends ? 1 : 2;
            if (!ends) {
                templates.push(braces);
                last = at - 1;
            }
        }
    }

    private int stringEnd(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    /** Where a regular expression that begins here ends; -1 when it does not end in this line. */
    private int regexEnd() {
        int lineEnd = lineEnd(at);
        boolean set = false;
        for (int i = at + 1; i < lineEnd; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '/' && !set) {
                return i;
            } else {
                set = c == '[' || set && c != ']';
            }
        }
        return -1;
    }

    private boolean valueMayBegin() {
        if (last < 0) {
            return true;
        }
        char before = text.charAt(last);
        if (!Character.isJavaIdentifierPart(before)) {
            return ")]\"'`/".indexOf(before) < 0;
        }
        int from = last;
        while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
            from--;
        }
        return BEFORE_A_VALUE.contains(text.substring(from, last + 1));
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
