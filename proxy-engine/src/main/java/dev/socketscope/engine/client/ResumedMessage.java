package dev.socketscope.engine.client;

import dev.socketscope.engine.client.SocketEvent.Session;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine's first message on a connection that asked to be resumed: {@code {"type":"resumed","session":"new"|"same"|"lost",
 * "received":M,"missing":K}}.
 *
 * @param received how many messages of this client the engine has taken in this session
 * @param missing how many messages to the client a lost session has taken with it, as far as known
 */
record ResumedMessage(Session session, long received, long missing) {

    /** Empty when the message is something else. */
    static Optional<ResumedMessage> of(Message message) {
        return switch (message) {
            case Message.Text(String text) -> parse(text);
            case Message.Binary _ -> Optional.empty();
        };
    }

    private static Optional<ResumedMessage> parse(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (!json.path("type").asString("").equals("resumed") || !json.path("received").canConvertToLong()) {
                return Optional.empty();
            }
            long received = json.path("received").asLong();
            long missing = json.path("missing").asLong(0);
            return switch (json.path("session").asString("")) {
                case "new" -> Optional.of(new ResumedMessage(Session.NEW, received, missing));
                case "same" -> Optional.of(new ResumedMessage(Session.SAME, received, missing));
                case "lost" -> Optional.of(new ResumedMessage(Session.LOST, received, missing));
                default -> Optional.empty();
            };
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
