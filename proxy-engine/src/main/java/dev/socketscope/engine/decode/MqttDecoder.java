package dev.socketscope.engine.decode;

import dev.socketscope.engine.decode.Sketch.FullException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * MQTT 3.1, 3.1.1 and 5 over WebSocket. Packets and messages need not fit: a message may carry several packets, and a packet may
 * go on in the next message (MQTT 5 §6). Only CONNECT says the version; of other packets it is guessed.
 */
final class MqttDecoder implements Decoder {
    private static final String GUESSED = "Read as MQTT 5, which is a guess: only CONNECT says the version.";
    private static final String EARLIER = "Read as MQTT 3.1.1, which is a guess: only CONNECT says the version.";

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        var packets = new ArrayList<ObjectNode>();
        var said = new ArrayList<String>();
        try {
            all(sketch, message, packets, said);
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
        }
        if (packets.size() > 1) {
            var array = sketch.array(sketch::root);
            packets.forEach(array::add);
            return sketch.done(Format.MQTT, said.getFirst() + " and " + (packets.size() - 1) + " more");
        }
        return sketch.done(Format.MQTT, said.isEmpty() ? "" : said.getFirst());
    }

    private static void all(Sketch sketch, Message message, List<ObjectNode> packets, List<String> said) {
        ByteBuffer in = ByteBuffer.wrap(message.bytes());
        if (!in.hasRemaining()) {
            sketch.breakOff("An empty message holds no packet of MQTT.");
        }
        while (in.hasRemaining()) {
            ObjectNode packet = sketch.object(node -> {});
            packets.add(packet);
            sketch.root(packets.getFirst());
            String type = MqttPacket.TYPES.get(in.get(in.position()) >> 4 & 0xF);
            packet.put("packet", type);
            said.add(type);
            try {
                said.set(said.size() - 1, Words.join(type, one(sketch, message, packet, in)));
            } catch (MqttException e) {
                sketch.breakOff(Breaks.why("MQTT", message, String.valueOf(e.getMessage())));
                return;
            } catch (BufferUnderflowException e) {
                sketch.breakOff(Breaks.why("MQTT", message, "a packet ends too soon"));
                return;
            }
        }
    }

    private static String one(Sketch sketch, Message message, ObjectNode packet, ByteBuffer in) throws MqttException {
        int first = in.get() & 0xFF;
        if (first >> 4 == 0) {
            throw new MqttException(
                    "there is no packet of type 0; perhaps the message goes on with what the one before began");
        }
        int length = MqttBytes.variable(in);
        int known = Math.min(length, in.remaining());
        ByteBuffer body = MqttBytes.part(in, known);
        int version = version(first, body.duplicate(), length);
        if (version == MqttPacket.FIVE && first >> 4 != 1) {
            sketch.note(GUESSED);
        } else if (first >> 4 == 9 || first >> 4 == 11 && length > 2) {
            sketch.note(EARLIER);
        }
        String said = new MqttPacket(sketch, packet, first, body, length, version).read();
        if (known < length) {
            sketch.breakOff(message.complete() ? "The packet has " + length + " bytes and only " + known
                    + " of them are here: it goes on in the next message."
                    : "Only the beginning of the message is known; reading ended there.");
        } else if (body.hasRemaining()) {
            throw new MqttException(body.remaining() + " bytes are left over in " + packet.path("packet").asString());
        }
        return said;
    }

    /** The version that CONNECT names; of other packets the older one, when they can be read so. */
    private static int version(int first, ByteBuffer body, int length) {
        return switch (first >> 4) {
            case 1 -> level(body) == MqttPacket.FIVE ? MqttPacket.FIVE : 4;
            case MqttPacket.PUBLISH -> hasProperties(first, body) ? MqttPacket.FIVE : 4;
            case 2 -> length > 2 ? MqttPacket.FIVE : 4;
            default -> reads(first, body.duplicate(), length, 4) || !reads(first, body, length, MqttPacket.FIVE) ? 4
                    : MqttPacket.FIVE;
        };
    }

    private static int level(ByteBuffer body) {
        int name = body.remaining() < 2 ? 0 : body.getShort() & 0xFFFF;
        return name < body.remaining() ? body.get(body.position() + name) : 0;
    }

    private static boolean reads(int first, ByteBuffer body, int length, int version) {
        try {
            var sketch = new Sketch();
            new MqttPacket(sketch, sketch.object(node -> {}), first, body, length, version).read();
            return !body.hasRemaining();
        } catch (MqttException | BufferUnderflowException e) {
            return false;
        }
    }

    /** Whether what follows the topic reads as properties. An application's text never does: their ids are control characters. */
    private static boolean hasProperties(int first, ByteBuffer body) {
        try {
            MqttBytes.text(body);
            if ((first >> 1 & 3) > 0) {
                body.getShort();
            }
            var sketch = new Sketch();
            MqttProperty.read(sketch, body, sketch.object(node -> {}));
            return true;
        } catch (MqttException | BufferUnderflowException e) {
            return false;
        }
    }
}
