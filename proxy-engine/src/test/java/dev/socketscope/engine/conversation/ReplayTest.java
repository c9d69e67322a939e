package dev.socketscope.engine.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.client.WebSocketDialer;
import dev.socketscope.engine.mock.MockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recorded client against the recorded server, both played over real sockets. */
class ReplayTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Pace ORDERED = new Pace(true, 1, Duration.ofSeconds(10));
    private static final Pace IMPATIENT = new Pace(true, 1, Duration.ofMillis(300));
    private static final Sameness STRICT = new Sameness(List.of());

    private static Conversation script(String... lines) {
        List<Conversation.Turn> turns = new ArrayList<>();
        for (String line : lines) {
            turns.add(new Conversation.Turn(line.startsWith(">") ? Direction.TO_UPSTREAM : Direction.TO_CLIENT,
                    turns.size() * 1_000L,
                    new Message(Opcode.TEXT, line.substring(1).strip().getBytes(StandardCharsets.UTF_8))));
        }
        return new Conversation("ws_1", "/chat?room=1", "chat", turns,
                new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, 4001, "done", null));
    }

    /** What the client found, then what the server found. */
    private static List<Outcome> hold(Conversation client, Conversation server, Pace pace, String... ignored)
            throws Exception {
        Sameness sameness = new Sameness(Stream.of(ignored).map(IgnoredPath::parse).toList());
        CompletableFuture<Outcome> served = new CompletableFuture<>();
        try (MockServer mock = MockServer.start(ANY, server, pace, sameness, served::complete)) {
            Outcome outcome = new ReplayClient(new WebSocketDialer()).hold(client,
                    ReplayClient.target("ws://127.0.0.1:" + mock.address().getPort(), client, List.of(),
                            Duration.ofSeconds(10)),
                    pace, sameness);
            return List.of(outcome, served.get());
        }
    }

    @Test
    void theSameConversationIsTheSameOnBothSides() throws Exception {
        Conversation script = script("< welcome", "> hello", "< hello yourself", "< and more", "> bye");

        assertThat(hold(script, script, ORDERED)).allMatch(Outcome::same);
        assertThat(hold(script, script, new Pace(false, 100, Duration.ofSeconds(10)))).allMatch(Outcome::same);
    }

    @Test
    void missingNewAndChangedMessagesAreToldApart() throws Exception {
        List<Outcome> outcomes = hold(script("> hello", "< one", "< {\"n\":2,\"id\":7}", "< three"),
                script("> hello", "< one", "< {\"id\": 9, \"n\": 5}", "< three", "< four"), IMPATIENT);

        assertThat(outcomes.getFirst().differences()).extracting(Difference::kind)
                .containsExactly(Difference.Kind.CHANGED, Difference.Kind.EXTRA);
        assertThat(outcomes.getFirst().text()).contains("changed #2", "$.id: 7 → 9", "$.n: 2 → 5", "+ four");
        assertThat(outcomes.getFirst().json()).contains("\"same\":false", "\"kind\":\"extra\"");
        assertThat(hold(script("> hello", "< one", "< two"), script("> hello", "< two"), IMPATIENT).getFirst()
                .differences()).containsExactly(
                        new Difference(Difference.Kind.MISSING, 1, List.of("- one")));
    }

    @Test
    void whatIsIgnoredDoesNotCount() throws Exception {
        assertThat(hold(script("< {\"id\":1,\"users\":[{\"name\":\"a\",\"seen\":3}]}"),
                script("< {\"users\":[{\"seen\":4,\"name\":\"a\"}],\"id\":2.0}"), ORDERED, "$.id", "$.users[*].seen"))
                .allMatch(Outcome::same);
        assertThat(hold(script("< {\"a\":{\"at\":1}}"), script("< {\"a\":{\"at\":2}}"), ORDERED, "$..at"))
                .allMatch(Outcome::same);
        assertThatThrownBy(() -> IgnoredPath.parse("id")).hasMessageContaining("$.id");
        assertThatThrownBy(() -> IgnoredPath.parse("$.a[b]")).hasMessageContaining("$.users[*].seen");
    }

    @Test
    void anotherEndIsADifference() throws Exception {
        Conversation early = new Conversation("ws_1", "/chat", null, script("> hello", "< hi").turns(),
                new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.CLOSE_FRAME, 1011, "", null));

        assertThat(hold(early, early, IMPATIENT)).allMatch(Outcome::same);
        Conversation patient = script("> hello", "< hi", "< and so on");
        assertThat(hold(patient, early, IMPATIENT).getFirst().differences()).extracting(Difference::kind)
                .containsExactly(Difference.Kind.MISSING, Difference.Kind.CLOSE);
    }

    @Test
    void whoCannotBeReachedIsTold() {
        Conversation script = script("> hello");
        assertThatThrownBy(() -> new ReplayClient(new WebSocketDialer()).hold(script,
                ReplayClient.target("ws://127.0.0.1:1", script, List.of(), Duration.ofSeconds(5)), ORDERED, STRICT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ws://127.0.0.1:1/chat?room=1 cannot be reached");
    }
}
