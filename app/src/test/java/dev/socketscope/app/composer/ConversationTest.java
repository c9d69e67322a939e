package dev.socketscope.app.composer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.composer.Conversation.Phase;
import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Opcode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final FakeDialer dialer = new FakeDialer();
    private final Conversation talk = new Conversation(dialer, () -> {},
            Favourite.unnamed(SocketPlan.to("ws://host/path")));

    private void connected() {
        talk.connect();
        dialer.opens();
        talk.drain();
    }

    private List<String> transcript() {
        return talk.transcript().all().stream().map(TranscriptText::preview).toList();
    }

    @Test
    void whatIsSaidStandsInTheTranscriptInOrder() {
        connected();
        talk.body().text().set("hello");
        talk.send();
        dialer.tell(new DialEvent.Received(Opcode.TEXT, "you too".getBytes(UTF_8)));
        talk.ping();
        dialer.tell(new DialEvent.Received(Opcode.PONG, "ping 1".getBytes(UTF_8)));
        talk.drain();

        assertThat(dialer.done).containsExactly("text hello", "ping ping 1");
        assertThat(transcript()).startsWith("Connecting to ws://host/path", "101 Switching Protocols", "hello",
                "you too", "ping 1").last().asString().matches("[\\d.,]+ ms   ping 1");
        assertThat(talk.outcome().get().phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void aRefusalIsToldWithItsHeaders() {
        talk.connect();
        dialer.tell(new DialEvent.Refused(
                new DialEvent.Answer(403, "Forbidden", List.of(new Header("X-Why", "expired"))), "no 101"));
        talk.drain();

        assertThat(talk.outcome().get().said()).isEqualTo("Refused: 403 Forbidden");
        assertThat(talk.outcome().get().good()).isFalse();
        assertThat(TranscriptText.whole(talk.transcript().all().getLast()))
                .isEqualTo("403 Forbidden\nno 101\nX-Why: expired");
    }

    @Test
    void itIsClosedWithCodeAndReasonAndSaysWhoDidIt() {
        connected();
        talk.closeCode().set("4001");
        talk.closeReason().set("enough");
        talk.disconnect();
        dialer.tell(new DialEvent.Closed(4001, "enough", false));
        talk.drain();

        assertThat(dialer.done).containsExactly("close 4001 enough");
        assertThat(talk.outcome().get().said()).isEqualTo("Closed here, 4001 private use: enough");
    }

    @Test
    void aCodeThatMayNotBeSentIsRefused() {
        connected();
        talk.closeCode().set("1006");
        talk.disconnect();

        assertThat(dialer.done).isEmpty();
        assertThat(talk.problem().get()).contains("1000 to 1003");
    }

    @Test
    void aPeerThatDoesNotCloseIsDropped() {
        connected();
        talk.disconnect();
        talk.disconnect();

        assertThat(dialer.done).containsExactly("close 1000 ", "drop");
    }

    @Test
    void whatIsNotTakenIsToldAndNotListedAsSentBefore() {
        connected();
        dialer.takes = false;
        talk.body().text().set("hello");
        talk.send();

        assertThat(talk.problem().get()).startsWith("Not sent");
        assertThat(talk.history().all()).isEmpty();
    }

    @Test
    void whatAnAbandonedOneStillTellsIsIgnored() {
        connected();
        talk.abandon();
        long before = talk.transcript().end();
        dialer.tell(new DialEvent.Received(Opcode.TEXT, "late".getBytes(UTF_8)));

        assertThat(talk.transcript().end()).isEqualTo(before);
    }

    @Test
    void secretsAreInNoText() {
        talk.form()
                .take(new SocketPlan("ws://host/?token=abc123", List.of(new Header("Authorization", "Bearer xyz9")),
                        List.of(), false, false, "5 s"));
        connected();
        dialer.tell(new DialEvent.Received(Opcode.TEXT, "your token is xyz9".getBytes(UTF_8)));

        assertThat(dialer.targets.getFirst().headers()).containsExactly(new Header("Authorization", "Bearer xyz9"));
        assertThat(talk.text()).contains("Authorization", "your token is").doesNotContain("xyz9", "abc123");
    }

    @Test
    void whatWasSentComesBackAsInAShell() {
        connected();
        for (String word : List.of("one", "two")) {
            talk.body().text().set(word);
            talk.send();
        }

        assertThat(talk.history().back()).map(Body.State::text).contains("two");
        assertThat(talk.history().back()).map(Body.State::text).contains("one");
        assertThat(talk.history().back()).isEmpty();
        assertThat(talk.history().forward()).map(Body.State::text).contains("two");
        assertThat(talk.history().forward()).isEmpty();
    }
}
