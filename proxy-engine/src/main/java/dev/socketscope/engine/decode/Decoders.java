package dev.socketscope.engine.decode;

import java.util.Optional;

/** Reads messages in the formats that applications use. Total, bounded, without state. Any thread, but for long messages not one that draws. */
public final class Decoders {
    /** More bytes of a message are not read. */
    public static final int MOST_BYTES = 8 << 20;

    private Decoders() {}

    /** The format that the socket's subprotocol, its path or the bytes tell; empty when none of them does. */
    public static Optional<Format> formatOf(Talk talk, Message message) {
        return FormatGuess.byHandshake(talk, message).or(() -> FormatGuess.byBytes(message));
    }

    /** Reads a message as the format, as far as it is one. */
    public static Meaning decode(Format format, Talk talk, Message message) {
        return decoder(format).decode(talk, message.beginning(MOST_BYTES));
    }

    private static Decoder decoder(Format format) {
        return switch (format) {
            case MESSAGE_PACK -> new MessagePackDecoder();
            case CBOR -> new CborDecoder();
            case PROTOBUF -> new ProtobufDecoder();
            case SOCKET_IO -> new SocketIoDecoder();
            case GRAPHQL -> new GraphQlDecoder();
            case STOMP -> new StompDecoder();
            case MQTT -> new MqttDecoder();
            case HOT_RELOAD -> new HotReloadDecoder();
        };
    }
}
