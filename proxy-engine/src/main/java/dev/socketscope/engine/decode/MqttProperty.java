package dev.socketscope.engine.decode;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What may stand among the properties of a packet of MQTT 5 (§2.2.2.2). */
enum MqttProperty {
    PAYLOAD_FORMAT(0x01, Kind.BYTE, "payload format"),
    MESSAGE_EXPIRY(0x02, Kind.FOUR, "message expiry s"),
    CONTENT_TYPE(0x03, Kind.TEXT, "content type"),
    RESPONSE_TOPIC(0x08, Kind.TEXT, "response topic"),
    CORRELATION(0x09, Kind.BINARY, "correlation data"),
    SUBSCRIPTION_ID(0x0B, Kind.VARIABLE, "subscription identifier"),
    SESSION_EXPIRY(0x11, Kind.FOUR, "session expiry s"),
    CLIENT_ID(0x12, Kind.TEXT, "assigned client id"),
    SERVER_KEEP_ALIVE(0x13, Kind.TWO, "server keep alive s"),
    AUTH_METHOD(0x15, Kind.TEXT, "authentication method"),
    AUTH_DATA(0x16, Kind.BINARY, "authentication data"),
    PROBLEM_INFORMATION(0x17, Kind.BYTE, "request problem information"),
    WILL_DELAY(0x18, Kind.FOUR, "will delay s"),
    RESPONSE_INFORMATION_WANTED(0x19, Kind.BYTE, "request response information"),
    RESPONSE_INFORMATION(0x1A, Kind.TEXT, "response information"),
    SERVER_REFERENCE(0x1C, Kind.TEXT, "server reference"),
    REASON(0x1F, Kind.TEXT, "reason"),
    RECEIVE_MAXIMUM(0x21, Kind.TWO, "receive maximum"),
    TOPIC_ALIAS_MAXIMUM(0x22, Kind.TWO, "topic alias maximum"),
    TOPIC_ALIAS(0x23, Kind.TWO, "topic alias"),
    MAXIMUM_QOS(0x24, Kind.BYTE, "maximum qos"),
    RETAIN_AVAILABLE(0x25, Kind.BYTE, "retain available"),
    USER(0x26, Kind.PAIR, "user"),
    MAXIMUM_PACKET(0x27, Kind.FOUR, "maximum packet size"),
    WILDCARDS_AVAILABLE(0x28, Kind.BYTE, "wildcards available"),
    IDS_AVAILABLE(0x29, Kind.BYTE, "subscription identifiers available"),
    SHARED_AVAILABLE(0x2A, Kind.BYTE, "shared subscriptions available");

    private enum Kind {
        BYTE, TWO, FOUR, VARIABLE, TEXT, BINARY, PAIR
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final int id;
    private final Kind kind;
    private final String label;

    MqttProperty(int id, Kind kind, String label) {
        this.id = id;
        this.kind = kind;
        this.label = label;
    }

    /** Reads all properties of a packet, if there are any, into it. */
    static void read(Sketch sketch, ByteBuffer in, ObjectNode packet) throws MqttException {
        ByteBuffer part = MqttBytes.part(in, MqttBytes.variable(in));
        if (!part.hasRemaining()) {
            return;
        }
        ObjectNode properties = sketch.object(node -> packet.set("properties", node));
        while (part.hasRemaining()) {
            int id = MqttBytes.variable(part);
            MqttProperty property = Stream.of(values())
                    .filter(one -> one.id == id)
                    .findFirst()
                    .orElseThrow(() -> new MqttException("there is no property " + id));
            property.put(sketch, part, properties);
        }
    }

    private void put(Sketch sketch, ByteBuffer in, ObjectNode properties) throws MqttException {
        if (kind == Kind.PAIR) {
            String name = MqttBytes.text(in);
            String value = MqttBytes.text(in);
            ObjectNode pairs = properties.get(label) instanceof ObjectNode before ? before
                    : sketch.object(node -> properties.set(label, node));
            pairs.set(name, sketch.text(value));
        } else {
            properties.set(label, value(sketch, in));
        }
    }

    private JsonNode value(Sketch sketch, ByteBuffer in) throws MqttException {
        return switch (kind) {
            case BYTE -> NODES.numberNode(in.get() & 0xFF);
            case TWO -> NODES.numberNode(in.getShort() & 0xFFFF);
            case FOUR -> NODES.numberNode(in.getInt() & 0xFFFF_FFFFL);
            case VARIABLE -> NODES.numberNode(MqttBytes.variable(in));
            case TEXT, PAIR -> sketch.text(MqttBytes.text(in));
            case BINARY -> sketch.bytes(MqttBytes.binary(in));
        };
    }
}
