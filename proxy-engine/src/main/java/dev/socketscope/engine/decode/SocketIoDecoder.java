package dev.socketscope.engine.decode;

import dev.socketscope.engine.decode.Sketch.FullException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Engine.IO packets, and the Socket.IO packets in them.
 *
 * <pre>
 *   4    2       1-           /chat,     7    ["say", …]
 *   │    │       │            │          │    └ data
 *   │    │       │            │          └ acknowledgement
 *   │    │       │            └ namespace
 *   │    │       └ so many binary messages follow
 *   │    └ Socket.IO: event
 *   └ Engine.IO: message
 * </pre>
 */
final class SocketIoDecoder implements Decoder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ENGINE = List.of("open", "close", "ping", "pong", "message", "upgrade", "noop");
    private static final List<String> SOCKET = List.of("connect", "disconnect", "event", "ack", "connect error",
            "event", "ack");
    private static final int MESSAGE = 4;
    private static final int MOST_DIGITS = 9;

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        ObjectNode root = sketch.object(sketch::root);
        try {
            return sketch.done(Format.SOCKET_IO, message.text() ? packet(sketch, root, message)
                    : attachment(sketch, root, talk, message.bytes()));
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
            return sketch.done(Format.SOCKET_IO, Json.brief(root));
        }
    }

    /** Version 3 of Engine.IO puts the packet's type before the bytes, version 4 does not. */
    private static String attachment(Sketch sketch, ObjectNode root, Talk talk, byte[] bytes) {
        boolean typed = talk.asks("EIO=3") && bytes.length > 0 && bytes[0] == MESSAGE;
        byte[] content = typed ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        root.put("engine", "message");
        root.set("attachment", sketch.bytes(content));
        sketch.note("An attachment: it belongs to the event before it that announces it.");
        return "attachment " + content.length + " B";
    }

    private static String packet(Sketch sketch, ObjectNode root, Message message) {
        String text = message.string();
        int type = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (type < 0 || type >= ENGINE.size()) {
            sketch.breakOff("Not Engine.IO: a packet begins with a digit from 0 to 6.");
            root.set("text", sketch.text(text));
            return text;
        }
        String name = ENGINE.get(type);
        root.put("engine", name);
        String rest = text.substring(1);
        if (type == MESSAGE) {
            return socketPacket(sketch, root, message, rest);
        }
        if (!rest.isEmpty()) {
            root.set("data", data(sketch, message, rest));
        }
        return Words.join(name, rest);
    }

    private static String socketPacket(Sketch sketch, ObjectNode root, Message message, String text) {
        int type = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (type < 0 || type >= SOCKET.size()) {
            sketch.note("Not Socket.IO: an Engine.IO message of its own kind.");
            root.set("data", data(sketch, message, text));
            return Words.join("message", text);
        }
        var head = Head.of(text, type);
        String name = SOCKET.get(type);
        root.put("socket", name);
        root.put("namespace", head.namespace());
        head.id().ifPresent(id -> root.put("id", id));
        if (head.attachments() > 0) {
            root.put("attachments", head.attachments());
            sketch.note(Words.count(head.attachments(), "attachment follows in a binary message of its own.",
                    "attachments follow in binary messages of their own."));
        }
        String rest = text.substring(head.length());
        JsonNode data = rest.isEmpty() ? NODES.nullNode() : data(sketch, message, rest);
        return Words.join(head.namespace().equals("/") ? "" : head.namespace(), said(root, type, name, data, rest),
                head.attachments() > 0 ? "+" + Words.count(head.attachments(), "attachment", "attachments") : "");
    }

    /** Puts the data where it belongs, and says it. */
    private static String said(ObjectNode root, int type, String name, JsonNode data, String rest) {
        boolean event = type == 2 || type == 5;
        String id = root.path("id").asString("");
        if (event && data instanceof ArrayNode values && !values.isEmpty()) {
            ArrayNode arguments = NODES.arrayNode();
            values.forEach(arguments::add);
            JsonNode what = arguments.remove(0);
            root.set("event", what);
            root.set("arguments", arguments);
            var said = new StringBuilder();
            arguments.forEach(argument -> said.append(said.isEmpty() ? "" : " ").append(Json.brief(argument)));
            return Words.join("event", what.asString(Json.brief(what)), id.isEmpty() ? "" : "id " + id,
                    said.toString());
        }
        if (!data.isNull()) {
            root.set("data", data);
        }
        return Words.join(name, id, data.isNull() ? "" : rest);
    }

    private static JsonNode data(Sketch sketch, Message message, String text) {
        Optional<JsonNode> parsed = Json.parse(text);
        if (parsed.isEmpty() && (text.startsWith("[") || text.startsWith("{"))) {
            sketch.breakOff(Breaks.why("Socket.IO", message, "its data is not JSON"));
        }
        return parsed.orElseGet(() -> sketch.text(text));
    }

    /**
     * What stands before the data.
     *
     * @param length characters of it
     */
    private record Head(int length, int attachments, String namespace, Optional<String> id) {
        static Head of(String text, int type) {
            int at = 1;
            int attachments = 0;
            int digits = digits(text, at);
            if (type >= 5 && digits > at && digits - at <= MOST_DIGITS && text.startsWith("-", digits)) {
                attachments = Integer.parseInt(text.substring(at, digits));
                at = digits + 1;
            }
            String namespace = "/";
            if (text.startsWith("/", at)) {
                int comma = text.indexOf(',', at);
                namespace = text.substring(at, comma < 0 ? text.length() : comma);
                at = comma < 0 ? text.length() : comma + 1;
            }
            int end = digits(text, at);
            return new Head(end, attachments, namespace,
                    end > at ? Optional.of(text.substring(at, end)) : Optional.empty());
        }

        private static int digits(String text, int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            return at;
        }
    }
}
