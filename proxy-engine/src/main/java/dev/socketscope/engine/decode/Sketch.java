package dev.socketscope.engine.decode;

import dev.socketscope.engine.decode.Words.Cut;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document as it grows: bounded in values, depth and characters, and what stands in it stays when reading breaks off. */
final class Sketch {
    static final int MOST_VALUES = 20_000;
    static final int MOST_DEPTH = 64;
    static final int MOST_CHARS = 1 << 16;
    /** Of all texts together. */
    static final int MOST_CHARS_TOTAL = 4 << 20;
    private static final int MOST_BYTES = 256;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Ends reading where a bound is reached. */
    static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FullException(String message) {
            super(message, null, false, false);
        }
    }

    private final List<String> notes = new ArrayList<>();
    private @Nullable JsonNode root;
    private int values;
    private int chars;
    private boolean broken;

    /** The document; JSON's null while there is none. */
    JsonNode root() {
        JsonNode known = root;
        return known == null ? NODES.nullNode() : known;
    }

    void root(JsonNode node) {
        root = node;
    }

    ObjectNode object(Consumer<JsonNode> place) {
        count();
        ObjectNode node = NODES.objectNode();
        place.accept(node);
        return node;
    }

    ArrayNode array(Consumer<JsonNode> place) {
        count();
        ArrayNode node = NODES.arrayNode();
        place.accept(node);
        return node;
    }

    /** @param depth 0 for the document itself */
    void deeper(int depth) {
        if (depth > MOST_DEPTH) {
            throw new FullException("Deeper than " + MOST_DEPTH + " levels: the rest is left out.");
        }
    }

    /** A text, cut when it is long. */
    JsonNode text(String text) {
        count();
        Cut cut = Words.cut(text, MOST_CHARS);
        chars += cut.text().length();
        if (chars > MOST_CHARS_TOTAL) {
            throw new FullException("More than " + MOST_CHARS_TOTAL + " characters: the rest is left out.");
        }
        if (cut.isCut()) {
            note("Texts longer than " + MOST_CHARS + " characters are cut.");
        }
        return NODES.stringNode(cut.text());
    }

    JsonNode bytes(byte[] bytes) {
        String size = bytes.length == 1 ? "1 byte" : bytes.length + " bytes";
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, MOST_BYTES));
        return text(bytes.length == 0 ? size : size + ": " + hex + (bytes.length > MOST_BYTES ? " …" : ""));
    }

    /** Counts a value that needs no care of its own. */
    JsonNode plain(JsonNode node) {
        count();
        return node;
    }

    /** Says something once. */
    void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** Says why the bytes could not be read to their end. */
    void breakOff(String why) {
        broken = true;
        note(why);
    }

    Meaning done(Format format, String summary) {
        return new Meaning(format, Words.line(summary), Json.bytes(root()), notes, !broken);
    }

    private void count() {
        if (++values > MOST_VALUES) {
            throw new FullException("More than " + MOST_VALUES + " values: the rest is left out.");
        }
    }
}
