package dev.socketscope.engine.decode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out which format a message has. */
final class FormatGuess {
    private static final Pattern SOCKET_IO = Pattern.compile(
            "4[0-6](?:\\d{1,3}-)?(?:/[^,\\s]{0,100},)?\\d{0,9}[\\[{].*",
            Pattern.DOTALL);
    private static final Pattern STOMP = Pattern.compile("([A-Z]{3,11})\r?\n.*", Pattern.DOTALL);
    private static final Pattern GRAPHQL = Pattern.compile("\\{.*\"type\"\\s*:\\s*\"(\\w+)\".*", Pattern.DOTALL);
    private static final int LOOK = 512;

    private FormatGuess() {}

    /** By what was agreed, or by the path that the format's libraries use. */
    static Optional<Format> byHandshake(Talk talk, Message message) {
        Optional<Format> agreed = bySubprotocol(talk.protocol(), message);
        if (agreed.isPresent()) {
            return agreed;
        }
        if (!talk.hmr().equals("off") && message.text()) {
            return Optional.of(Format.HOT_RELOAD);
        }
        String path = talk.path().replaceAll("/+$", "");
        if (path.endsWith("/socket.io") || path.endsWith("/engine.io") || talk.asks("EIO=4") || talk.asks("EIO=3")) {
            return Optional.of(Format.SOCKET_IO);
        }
        return path.endsWith("/mqtt") && !message.text() ? Optional.of(Format.MQTT) : Optional.empty();
    }

    private static Optional<Format> bySubprotocol(String name, Message message) {
        if (name.equals("graphql-transport-ws") || name.equals("graphql-ws")) {
            return Optional.of(Format.GRAPHQL);
        }
        if (name.endsWith("stomp") || name.startsWith("stomp")) {
            return Optional.of(Format.STOMP);
        }
        if (name.startsWith("mqtt")) {
            return Optional.of(Format.MQTT);
        }
        if (name.equals("vite-hmr")) {
            return Optional.of(Format.HOT_RELOAD);
        }
        return message.text() ? Optional.empty() : byNameOfBinary(name);
    }

    /** Names such as {@code wamp.2.msgpack}, {@code lws-cbor}. */
    private static Optional<Format> byNameOfBinary(String name) {
        if (name.contains("msgpack") || name.contains("messagepack")) {
            return Optional.of(Format.MESSAGE_PACK);
        }
        if (name.contains("cbor")) {
            return Optional.of(Format.CBOR);
        }
        return name.contains("protobuf") ? Optional.of(Format.PROTOBUF) : Optional.empty();
    }

    /** By the bytes alone, when they leave little doubt. */
    static Optional<Format> byBytes(Message message) {
        return message.text() ? byText(message) : BinaryGuess.of(message);
    }

    private static Optional<Format> byText(Message message) {
        byte[] bytes = message.bytes();
        String text = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.UTF_8);
        if (SOCKET_IO.matcher(text).matches()) {
            return Optional.of(Format.SOCKET_IO);
        }
        var stomp = STOMP.matcher(text);
        if (stomp.matches() && StompDecoder.COMMANDS.contains(stomp.group(1))) {
            return Optional.of(Format.STOMP);
        }
        var graphql = GRAPHQL.matcher(text);
        return graphql.matches() && GraphQlDecoder.OWN_TYPES.contains(graphql.group(1)) ? Optional.of(Format.GRAPHQL)
                : Optional.empty();
    }
}
