package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of polling: what a page posts, and what it is answered. */
final class PollMessages {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What a page posts.
     *
     * @param from number of the first message, from 0: how many the page had sent before
     * @param close set when the page closes its socket
     */
    record Posted(long from, List<EngineFrame> messages, @Nullable EngineFrame close) {}

    private PollMessages() {}

    /** @throws IllegalArgumentException that says what was expected */
    static Posted parse(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            List<EngineFrame> messages = new ArrayList<>();
            for (JsonNode message : root.path("messages")) {
                messages.add(message(message));
            }
            JsonNode close = root.path("close");
            return new Posted(root.path("from").asLong(0), messages, close.isObject()
                    ? EngineFrame.close(Leg.UPSTREAM, close.path("code").asInt(1000), close.path("reason").asString(""))
                    : null);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The content is not JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    private static EngineFrame message(JsonNode message) {
        if (message.path("text").isString()) {
            return EngineFrame.text(Leg.UPSTREAM, message.path("text").asString());
        }
        if (message.path("base64").isString()) {
            return new EngineFrame(Leg.UPSTREAM, Opcode.BINARY,
                    Base64.getDecoder().decode(message.path("base64").asString()));
        }
        throw new IllegalArgumentException("A message must be {\"text\": …} or {\"base64\": …}, not " + message + ".");
    }

    /**
     * @param session {@code new}, {@code same} or {@code lost}
     * @param received how many messages of the page have been taken
     * @param close code and reason of the socket's end; null while it is open
     */
    static byte[] answer(String session, long received, List<EngineFrame> messages, @Nullable EngineFrame close) {
        ObjectNode root = JSON.createObjectNode().put("session", session).put("received", received);
        ArrayNode list = root.putArray("messages");
        for (EngineFrame message : messages) {
            ObjectNode node = list.addObject();
            if (message.opcode() == Opcode.TEXT) {
                node.put("text", new String(message.payload(), StandardCharsets.UTF_8));
            } else {
                node.put("base64", Base64.getEncoder().encodeToString(message.payload()));
            }
        }
        if (close != null) {
            byte[] payload = close.payload();
            root.putObject("closed")
                    .put("code", CloseWatch.code(payload))
                    .put("reason", payload.length <= 2 ? ""
                            : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
        }
        return JSON.writeValueAsBytes(root);
    }
}
