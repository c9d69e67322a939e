package dev.socketscope.engine.html;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes the elements of a page one after the other. Every text and every value of an attribute is escaped, so that nothing that a peer sent can
 * become markup; control characters are drawn as Unicode control pictures. Names of elements and attributes are the caller's own words.
 */
public final class Html {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /** @param out stays the caller's */
    Html(Writer out) {
        this.out = out;
    }

    /** Begins an element. @param attributes names and values in turn */
    public Html open(String element, String... attributes) throws IOException {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    public Html close() throws IOException {
        out.write("</" + open.pop() + ">");
        return this;
    }

    /** An element with nothing but a text in it. @param attributes names and values in turn */
    public Html leaf(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /** An element that has no end, such as {@code meta}. @param attributes names and values in turn */
    Html single(String element, String... attributes) throws IOException {
        tag(element, attributes);
        return this;
    }

    public Html text(String text) throws IOException {
        out.write(escape(text));
        return this;
    }

    /** What nobody but this package has written. */
    void raw(String markup) throws IOException {
        out.write(markup);
    }

    private void tag(String element, String... attributes) throws IOException {
        out.write("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"" + escape(attributes[i + 1]) + "\"");
        }
        out.write(">");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t' -> escaped.append(c);
                default -> escaped.append(c < ' ' ? (char) (c + 0x2400) : c);
            }
        }
        return escaped.toString();
    }
}
