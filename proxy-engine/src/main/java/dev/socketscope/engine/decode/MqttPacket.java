package dev.socketscope.engine.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what follows the fixed header of a packet of MQTT 3.1, 3.1.1 or 5.
 *
 * @param first the packet's first byte: type and flags
 * @param in what follows the length
 * @param length as announced; more than {@code in} has when the packet is cut
 * @param version 4 for everything before 5
 */
record MqttPacket(Sketch sketch, ObjectNode packet, int first, ByteBuffer in, int length, int version) {
    static final List<String> TYPES = List.of("", "CONNECT", "CONNACK", "PUBLISH", "PUBACK", "PUBREC", "PUBREL",
            "PUBCOMP", "SUBSCRIBE", "SUBACK", "UNSUBSCRIBE", "UNSUBACK", "PINGREQ", "PINGRESP", "DISCONNECT", "AUTH");
    static final int PUBLISH = 3;
    static final int FIVE = 5;
    private static final int REFUSED = 0x80;

    /** Fills in the packet and says it in a line, without its type. */
    String read() throws MqttException {
        return switch (first >> 4) {
            case 1 -> connect();
            case 2 -> connectAnswer();
            case PUBLISH -> publish();
            case 4, 5, 6, 7 -> acknowledgement();
            case 8 -> subscribe();
            case 9, 11 -> codes();
            case 10 -> unsubscribe();
            case 12, 13 -> "";
            default -> farewell();
        };
    }

    private String connect() throws MqttException {
        packet.put("protocol", MqttBytes.text(in));
        packet.put("level", in.get() & 0xFF);
        int flags = in.get();
        packet.put("clean", (flags & 2) != 0);
        packet.put("keep alive s", in.getShort() & 0xFFFF);
        properties();
        String client = MqttBytes.text(in);
        packet.set("client id", sketch.text(client));
        if ((flags & 4) != 0) {
            ObjectNode will = sketch.object(node -> packet.set("will", node));
            if (version == FIVE) {
                MqttProperty.read(sketch, in, will);
            }
            will.set("topic", sketch.text(MqttBytes.text(in)));
            will.put("qos", flags >> 3 & 3);
            will.put("retain", (flags & 0x20) != 0);
            will.set("payload", payload(MqttBytes.binary(in)));
        }
        if ((flags & 0x80) != 0) {
            packet.set("user", sketch.text(MqttBytes.text(in)));
        }
        if ((flags & 0x40) != 0) {
            // Whoever looks at a capture has no need of it.
            packet.put("password", MqttBytes.binary(in).length + " bytes, not shown");
        }
        return client + " level " + packet.path("level").asInt();
    }

    private String connectAnswer() throws MqttException {
        packet.put("session present", (in.get() & 1) != 0);
        int code = in.get() & 0xFF;
        packet.put("code", code);
        properties();
        return code == 0 ? "accepted" : "refused, code " + code;
    }

    private String publish() throws MqttException {
        int qos = first >> 1 & 3;
        String topic = MqttBytes.text(in);
        packet.set("topic", sketch.text(topic));
        packet.put("qos", qos);
        packet.put("retain", (first & 1) != 0);
        packet.put("duplicate", (first & 8) != 0);
        if (qos > 0) {
            packet.put("id", in.getShort() & 0xFFFF);
        }
        properties();
        int size = length - in.position();
        byte[] bytes = MqttBytes.rest(in);
        packet.set("payload", payload(bytes));
        return Words.join(topic, "qos " + qos, (first & 1) != 0 ? "retain" : "", size + " B",
                Text.of(bytes) == Text.NONE ? "" : new String(bytes, StandardCharsets.UTF_8));
    }

    private JsonNode payload(byte[] bytes) {
        if (Text.of(bytes) == Text.NONE) {
            return sketch.bytes(bytes);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<JsonNode> json = text.startsWith("{") || text.startsWith("[") ? Json.parse(text) : Optional.empty();
        return json.orElseGet(() -> sketch.text(text));
    }

    private String acknowledgement() throws MqttException {
        String said = id();
        if (in.hasRemaining()) {
            int code = in.get() & 0xFF;
            packet.put("code", code);
            if (in.hasRemaining()) {
                MqttProperty.read(sketch, in, packet);
            }
            said += code >= REFUSED ? " refused, code " + code : "";
        }
        return said;
    }

    private String subscribe() throws MqttException {
        String said = id();
        properties();
        ArrayNode topics = sketch.array(node -> packet.set("topics", node));
        while (in.hasRemaining()) {
            ObjectNode topic = sketch.object(topics::add);
            String filter = MqttBytes.text(in);
            int options = in.get();
            topic.set("filter", sketch.text(filter));
            topic.put("qos", options & 3);
            if ((options & 3) == 3 || version < FIVE && (options & 0xFC) != 0) {
                throw new MqttException("a subscription has options that do not exist");
            }
            said += " " + filter + " qos " + (options & 3);
        }
        return said;
    }

    private String unsubscribe() throws MqttException {
        String said = id();
        properties();
        ArrayNode topics = sketch.array(node -> packet.set("topics", node));
        while (in.hasRemaining()) {
            String filter = MqttBytes.text(in);
            topics.add(sketch.text(filter));
            said += " " + filter;
        }
        return said;
    }

    private String codes() throws MqttException {
        String said = id();
        properties();
        ArrayNode codes = sketch.array(node -> packet.set("codes", node));
        boolean refused = false;
        while (in.hasRemaining()) {
            int code = in.get() & 0xFF;
            codes.add(code);
            refused |= code >= REFUSED;
        }
        return said + (refused ? " refused" : "");
    }

    /** DISCONNECT and AUTH; before version 5 the one is empty and the other does not exist. */
    private String farewell() throws MqttException {
        if (!in.hasRemaining()) {
            return "";
        }
        int code = in.get() & 0xFF;
        packet.put("code", code);
        if (in.hasRemaining()) {
            MqttProperty.read(sketch, in, packet);
        }
        return "code " + code;
    }

    private String id() {
        int id = in.getShort() & 0xFFFF;
        packet.put("id", id);
        return "id " + id;
    }

    private void properties() throws MqttException {
        if (version == FIVE) {
            MqttProperty.read(sketch, in, packet);
        }
    }
}
