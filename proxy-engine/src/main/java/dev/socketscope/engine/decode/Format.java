package dev.socketscope.engine.decode;

import java.util.Optional;
import java.util.stream.Stream;

/** What a message can be read as. */
public enum Format {
    MESSAGE_PACK("messagepack", "MessagePack"),
    CBOR("cbor", "CBOR"),
    PROTOBUF("protobuf", "Protobuf"),
    SOCKET_IO("socket.io", "Socket.IO"),
    GRAPHQL("graphql", "GraphQL"),
    STOMP("stomp", "STOMP"),
    MQTT("mqtt", "MQTT"),
    HOT_RELOAD("hmr", "Hot reload");

    private final String wireName;
    private final String label;

    Format(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /** The name to remember it by. */
    public String wireName() {
        return wireName;
    }

    /** The name to show. */
    public String label() {
        return label;
    }

    /** Empty for a name that is none of these. */
    public static Optional<Format> byWireName(String name) {
        return Stream.of(values()).filter(format -> format.wireName.equals(name)).findFirst();
    }
}
