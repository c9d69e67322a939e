package dev.socketscope.engine.decode;

import dev.socketscope.engine.decode.Sketch.FullException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORParser;

/** CBOR (RFC 8949); a sequence (RFC 8742) becomes an array. Tags other than those of big numbers stand beside their values. */
final class CborDecoder implements Decoder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int NO_TAG = -1;
    /** "This is CBOR", and nothing else (§3.4.6). */
    private static final int SELF_DESCRIBED = 55_799;
    private static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Sketch.MOST_DEPTH + 8).build())
            .build();

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        try (CBORParser in = (CBORParser) CBOR.createParser(ObjectReadContext.empty(), message.bytes())) {
            all(sketch, in);
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            sketch.breakOff(Breaks.why("CBOR", message, e.getOriginalMessage()));
        }
        return sketch.done(Format.CBOR, Json.brief(sketch.root()));
    }

    private static void all(Sketch sketch, CBORParser in) {
        if (in.nextToken() == null) {
            sketch.breakOff("An empty message holds no CBOR.");
            return;
        }
        value(sketch, in, 0, sketch::root);
        if (in.nextToken() != null) {
            JsonNode first = sketch.root();
            ArrayNode several = sketch.array(sketch::root);
            several.add(first);
            do {
                value(sketch, in, 0, several::add);
            } while (in.nextToken() != null);
            sketch.note("Several values one after the other, shown as an array.");
        }
    }

    private static void value(Sketch sketch, CBORParser in, int depth, Consumer<JsonNode> place) {
        sketch.deeper(depth);
        int tag = in.getCurrentTag();
        if (tag == NO_TAG || tag == SELF_DESCRIBED || in.currentToken().isNumeric() && isBigNumber(tag)) {
            untagged(sketch, in, depth, place);
        } else {
            ObjectNode tagged = sketch.object(place);
            untagged(sketch, in, depth, node -> tagged.set("tag " + tag, node));
        }
    }

    /** The library has already put the number together (§3.4.3, §3.4.4). */
    private static boolean isBigNumber(int tag) {
        return tag >= 2 && tag <= 5;
    }

    private static void untagged(Sketch sketch, CBORParser in, int depth, Consumer<JsonNode> place) {
        switch (in.currentToken()) {
            case START_OBJECT -> {
                ObjectNode map = sketch.object(place);
                while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = in.currentName();
                    in.nextToken();
                    value(sketch, in, depth + 1, node -> map.set(key, node));
                }
            }
            case START_ARRAY -> {
                ArrayNode array = sketch.array(place);
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    value(sketch, in, depth + 1, array::add);
                }
            }
            case VALUE_STRING -> place.accept(sketch.text(in.getString()));
            case VALUE_NUMBER_INT -> place.accept(sketch.plain(NODES.numberNode(in.getBigIntegerValue())));
            case VALUE_NUMBER_FLOAT -> place.accept(decimal(sketch, in));
            case VALUE_TRUE, VALUE_FALSE -> place.accept(sketch.plain(NODES.booleanNode(in.getBooleanValue())));
            case VALUE_NULL -> place.accept(sketch.plain(NODES.nullNode()));
            case VALUE_EMBEDDED_OBJECT -> place.accept(embedded(sketch, in));
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE -> throw new IllegalStateException(
                    "No value begins with " + in.currentToken());
        }
    }

    private static JsonNode decimal(Sketch sketch, CBORParser in) {
        double value = in.getDoubleValue();
        return Double.isFinite(value) ? sketch.plain(NODES.numberNode(in.getDecimalValue()))
                : sketch.text(Double.toString(value));
    }

    private static JsonNode embedded(Sketch sketch, CBORParser in) {
        return in.getEmbeddedObject() instanceof byte[] bytes ? sketch.bytes(bytes)
                : sketch.text(String.valueOf(in.getEmbeddedObject()));
    }
}
