package dev.socketscope.app.composer;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A talk with the demo's echo, for a picture. */
final class DemoTalk {
    private static final List<String> MESSAGES = List.of("{\"subscribe\":[\"builds\",\"tests\"],\"since\":41}",
            "are you there?");
    private static final int WHOLE = 2 + 2 * MESSAGES.size() + 2;
    private final Conversations conversations;

    DemoTalk(Conversations conversations) {
        this.conversations = conversations;
    }

    void begin(Connection echo) {
        SocketPlan plan = SocketPlan.as("ws://" + echo.host() + echo.path(),
                List.of(new Header("Authorization", "Bearer of-the-demo"), new Header("X-Sandbox", "a1")));
        Favourite favourite = new Favourite("Echo of the demo", plan, List.of());
        conversations.favourites().keep(favourite.withoutSecrets());
        conversations.favourites()
                .keep(new Favourite("Hot reload", SocketPlan.to("ws://a1.localhost:8080/_hmr"), List.of()));
        conversations.open(favourite).ifPresent(Conversation::connect);
    }

    /** Says the next thing; whether the talk is not over yet. */
    boolean goOn() {
        Conversation talk = conversations.current().get();
        int said = talk.history().all().size();
        if (talk.outcome().get().phase() == Conversation.Phase.OPEN && said < MESSAGES.size()) {
            talk.body().show(Opcode.TEXT, MESSAGES.get(said).getBytes(StandardCharsets.UTF_8));
            talk.send();
            if (said + 1 == MESSAGES.size()) {
                talk.ping();
            }
        }
        return talk.transcript().end() < WHOLE;
    }

    void end() {
        conversations.close(conversations.current().get());
    }
}
