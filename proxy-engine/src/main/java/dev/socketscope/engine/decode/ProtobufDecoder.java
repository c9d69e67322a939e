package dev.socketscope.engine.decode;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.socketscope.engine.decode.Sketch.FullException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Protobuf without its schema: fields by number, with the wire type, or with the type that a value looks like and a question mark.
 *
 * <pre>
 *   1 varint      150            an integer, a boolean or an enumeration
 *   2 string?     "name"         printable UTF-8
 *   3 message?    { … }          bytes that read as a message to their end
 *   4 double?     2.5            eight bytes that make a number of ordinary size
 * </pre>
 */
final class ProtobufDecoder implements Decoder {
    private static final String GUESS = "Read without a schema: fields have numbers for names, and a type with a ? is a guess.";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        sketch.note(GUESS);
        ObjectNode root = sketch.object(sketch::root);
        try {
            if (message.bytes().length == 0) {
                sketch.note("An empty message: every field has its default.");
            }
            fields(sketch, CodedInputStream.newInstance(message.bytes()), 0, root, 0);
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            sketch.breakOff(Breaks.why("Protobuf", message, reason(e)));
        }
        return sketch.done(Format.PROTOBUF, Json.brief(sketch.root()));
    }

    /** The library explains at length; its first sentence says what is wrong. */
    private static String reason(IOException e) {
        String text = String.valueOf(e.getMessage());
        int end = text.indexOf(". ");
        return end < 0 ? text.replaceAll("\\.$", "") : text.substring(0, end);
    }

    /** @param group number of the group whose end is awaited, 0 for a message */
    private static void fields(Sketch sketch, CodedInputStream in, int depth, ObjectNode message, int group)
            throws IOException {
        sketch.deeper(depth);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int number = WireFormat.getTagFieldNumber(tag);
            switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_VARINT ->
                    put(message, number + " varint", sketch.plain(NODES.numberNode(in.readInt64())));
                case WireFormat.WIRETYPE_FIXED64 -> fixed64(sketch, message, number, in.readFixed64());
                case WireFormat.WIRETYPE_FIXED32 -> fixed32(sketch, message, number, in.readFixed32());
                case WireFormat.WIRETYPE_LENGTH_DELIMITED ->
                    delimited(sketch, depth, message, number, in.readByteArray());
                case WireFormat.WIRETYPE_START_GROUP ->
                    fields(sketch, in, depth + 1, nested(sketch, message, number + " group"), number);
                case WireFormat.WIRETYPE_END_GROUP -> {
                    if (number != group) {
                        throw new IOException("a group ends that has not begun");
                    }
                    return;
                }
                default -> throw new IOException("field " + number + " has no known wire type");
            }
        }
        if (group != 0) {
            throw new IOException("a group does not end");
        }
    }

    private static void delimited(Sketch sketch, int depth, ObjectNode message, int number, byte[] bytes)
            throws IOException {
        switch (Shape.of(bytes, Sketch.MOST_DEPTH - depth)) {
            case TEXT -> put(message, number + " string?",
                    sketch.text(new String(bytes, StandardCharsets.UTF_8)));
            case MESSAGE -> fields(sketch, CodedInputStream.newInstance(bytes), depth + 1,
                    nested(sketch, message, number + " message?"), 0);
            case BYTES -> put(message, number + " bytes", sketch.bytes(bytes));
        }
    }

    private static void fixed64(Sketch sketch, ObjectNode message, int number, long bits) {
        double value = Double.longBitsToDouble(bits);
        boolean likely = isOrdinary(value);
        put(message, number + (likely ? " double?" : " fixed64"),
                sketch.plain(likely ? NODES.numberNode(value) : NODES.numberNode(bits)));
    }

    private static void fixed32(Sketch sketch, ObjectNode message, int number, int bits) {
        float value = Float.intBitsToFloat(bits);
        boolean likely = isOrdinary(value);
        put(message, number + (likely ? " float?" : " fixed32"),
                sketch.plain(likely ? NODES.numberNode(value) : NODES.numberNode(bits)));
    }

    /** Integers of common size make numbers that are far smaller than these. */
    private static boolean isOrdinary(double value) {
        double size = Math.abs(value);
        return Double.isFinite(value) && size > 1e-9 && size < 1e15;
    }

    private static ObjectNode nested(Sketch sketch, ObjectNode message, String key) {
        return sketch.object(node -> put(message, key, node));
    }

    /** A field that comes again is a repeated one. */
    private static void put(ObjectNode message, String key, JsonNode value) {
        JsonNode before = message.get(key);
        if (before == null) {
            message.set(key, value);
        } else if (before instanceof ArrayNode several) {
            several.add(value);
        } else {
            message.set(key, NODES.arrayNode().add(before).add(value));
        }
    }
}
