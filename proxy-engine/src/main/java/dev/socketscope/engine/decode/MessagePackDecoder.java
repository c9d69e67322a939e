package dev.socketscope.engine.decode;

import dev.socketscope.engine.decode.Sketch.FullException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.Consumer;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** MessagePack; several values one after the other become an array. */
final class MessagePackDecoder implements Decoder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final byte TIMESTAMP = -1;

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(message.bytes())) {
            new Run(sketch, in, message.bytes().length).all();
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
        } catch (MessagePackException | IOException e) {
            sketch.breakOff(Breaks.why("MessagePack", message, String.valueOf(e.getMessage())));
        }
        return sketch.done(Format.MESSAGE_PACK, Json.brief(sketch.root()));
    }

    private record Run(Sketch sketch, MessageUnpacker in, int length) {
        void all() throws IOException {
            if (length == 0) {
                sketch.breakOff("An empty message holds no MessagePack.");
                return;
            }
            value(0, sketch::root);
            if (in.getTotalReadBytes() < length) {
                JsonNode first = sketch.root();
                ArrayNode several = sketch.array(sketch::root);
                several.add(first);
                while (in.getTotalReadBytes() < length) {
                    value(0, several::add);
                }
                sketch.note("Several values one after the other, shown as an array.");
            }
        }

        private void value(int depth, Consumer<JsonNode> place) throws IOException {
            sketch.deeper(depth);
            switch (in.getNextFormat().getValueType()) {
                case NIL -> {
                    in.unpackNil();
                    place.accept(sketch.plain(NODES.nullNode()));
                }
                case BOOLEAN -> place.accept(sketch.plain(NODES.booleanNode(in.unpackBoolean())));
                case INTEGER -> place.accept(sketch.plain(NODES.numberNode(in.unpackBigInteger())));
                case FLOAT -> place.accept(sketch.plain(number(in.unpackDouble())));
                case STRING -> place.accept(sketch.text(string(in.unpackRawStringHeader())));
                case BINARY -> place.accept(sketch.bytes(raw(in.unpackBinaryHeader())));
                case ARRAY -> array(depth, in.unpackArrayHeader(), sketch.array(place));
                case MAP -> map(depth, in.unpackMapHeader(), sketch.object(place));
                case EXTENSION -> extension(place);
            }
        }

        private void array(int depth, int size, ArrayNode array) throws IOException {
            for (int i = 0; i < size; i++) {
                value(depth + 1, array::add);
            }
        }

        private void map(int depth, int size, ObjectNode map) throws IOException {
            for (int i = 0; i < size; i++) {
                var key = new JsonNode[]{NODES.nullNode()};
                value(depth + 1, node -> key[0] = node);
                String name = key[0].isString() ? key[0].stringValue() : Json.brief(key[0]);
                value(depth + 1, node -> map.set(name, node));
            }
        }

        private void extension(Consumer<JsonNode> place) throws IOException {
            ExtensionTypeHeader header = in.unpackExtensionTypeHeader();
            if (header.getType() == TIMESTAMP && header.getLength() <= 12) {
                try {
                    place.accept(sketch.text(in.unpackTimestamp(header).toString()));
                } catch (DateTimeException e) {
                    throw new IOException("a time beyond all calendars", e);
                }
            } else {
                sketch.object(place).set("extension " + header.getType(), sketch.bytes(raw(header.getLength())));
            }
        }

        private String string(int size) throws IOException {
            return new String(raw(size), StandardCharsets.UTF_8);
        }

        /** Asks for no memory that the bytes do not fill. */
        private byte[] raw(int size) throws IOException {
            if (size > length - in.getTotalReadBytes()) {
                throw new IOException(
                        size + " bytes are announced and " + (length - in.getTotalReadBytes()) + " follow");
            }
            return in.readPayload(size);
        }

        private static JsonNode number(double value) {
            return Double.isFinite(value) ? NODES.numberNode(value) : NODES.stringNode(Double.toString(value));
        }
    }
}
