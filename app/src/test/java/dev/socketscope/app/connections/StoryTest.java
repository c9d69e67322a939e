package dev.socketscope.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.connections.Firings.Firing;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryTest {
    private final Instant now = Instant.now();

    @Test
    void anOpenConnectionTellsItsAgeAndTraffic() {
        assertThat(Story.of(connection(State.OPEN), now, Firings.NONE).getFirst())
                .isEqualTo("Open for 12 min, 1,204 sent, 8,911 received.");
    }

    @Test
    void aResetSaysWhoAndThatThereWasNoCloseFrame() {
        assertThat(closed(new CloseInfo(By.UPSTREAM, Manner.RST, 1006, "", null)))
                .isEqualTo(
                        "Closed by the upstream with 1006 (TCP reset, no Close frame) after 12 min, 1,204 sent, 8,911 received.");
    }

    @Test
    void whatTheEngineSaysOfAPeerStandsAloneAndTheShortSentenceStillSaysWho() {
        Connection ended = FakeTraffic.closed(connection(State.OPEN),
                new CloseInfo(By.UPSTREAM, Manner.RST, 1006, "the upstream reset the connection (TCP RST)", null));

        List<String> sentences = Story.of(ended, now, Firings.NONE);
        assertThat(sentences.getFirst()).isEqualTo(
                "Closed with 1006 after 12 min: the upstream reset the connection (TCP RST), 1,204 sent, 8,911 received.");
        assertThat(sentences.getLast()).isEqualTo(
                "Closed by the upstream with 1006 (TCP reset, no Close frame) after 12 min.");
    }

    @Test
    void aCloseFrameSaysItsCodeAndReason() {
        assertThat(closed(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 1000, "it's done", null)))
                .startsWith("Closed by the client with 1000 “it's done” after 12 min");
    }

    @Test
    void aCloseFrameWithoutACodeIsNotCalled1005() {
        assertThat(closed(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, CloseInfo.NO_CODE, "", null)))
                .startsWith("Closed by the client with a Close frame without a code after");
    }

    @Test
    void aRefusedUpgradeSaysTheAnswer() {
        assertThat(closed(new CloseInfo(By.UPSTREAM, Manner.HANDSHAKE, 1006, "no such path", null)))
                .isEqualTo("Never opened: the upstream answered 101 Switching Protocols “no such path”.");
    }

    @Test
    void theFaultThatEndedItAndTheFaultsThatFiredAreNamed() {
        Connection ended = FakeTraffic.closed(connection(State.OPEN),
                new CloseInfo(By.FAULT, Manner.RST, 1006, "", "flt_2"));

        assertThat(Story.of(ended, now, new Firings(List.of(new Firing("flt_2", "cut", 1)))).getFirst())
                .startsWith("Closed by fault flt_2 with 1006")
                .endsWith("after 12 min, fault flt_2 (cut) fired once, 1,204 sent, 8,911 received.");
    }

    @Test
    void whatMattersLeastGoesFirstAndTheFaultsStay() {
        Connection ended = FakeTraffic.closed(connection(State.OPEN),
                new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, 1001, "deploying", null));
        Firings fired = new Firings(List.of(new Firing("flt_2", "latency", 3), new Firing("flt_3", "drop", 1)));

        assertThat(Story.of(ended, now, fired)).satisfiesExactly(
                whole -> assertThat(whole).contains("“deploying”", "flt_2 (latency) fired 3 times", "8,911 received"),
                without -> assertThat(without).contains("“deploying”").doesNotContain("received"),
                shorter -> assertThat(shorter).doesNotContain("deploying").contains("flt_2 (latency) fired 3 times"),
                shortest -> assertThat(shortest)
                        .isEqualTo(
                                "Closed by the upstream with 1001 after 12 min, faults flt_2, flt_3 fired 4 times."));
    }

    @Test
    void ofManyFaultsTheFirstAreNamed() {
        List<Firing> many = IntStream.rangeClosed(1, 9).mapToObj(i -> new Firing("flt_" + i, "drop", 2)).toList();

        assertThat(new Firings(many).fewWords())
                .isEqualTo("faults flt_1, flt_2, flt_3, flt_4 and 5 others fired 18 times");
    }

    @Test
    void theStateIsAWordWithAColour() {
        assertThat(Phase.of(connection(State.OPEN))).isEqualTo(new Phase("Open", "open"));
        assertThat(phase(new CloseInfo(By.UPSTREAM, Manner.RST, 1006, "", null)))
                .isEqualTo(new Phase("Closed 1006", "broken"));
        assertThat(phase(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 1001, "", null)))
                .isEqualTo(new Phase("Closed 1001", "quiet"));
        assertThat(phase(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 1011, "", null)))
                .isEqualTo(new Phase("Closed 1011", "broken"));
    }

    private String closed(CloseInfo close) {
        return Story.of(FakeTraffic.closed(connection(State.OPEN), close), now, Firings.NONE).getFirst();
    }

    private static Phase phase(CloseInfo close) {
        return Phase.of(FakeTraffic.closed(connection(State.OPEN), close));
    }

    private static Connection connection(State state) {
        return FakeTraffic.connection("ws_1", "/_hmr", "vite-hmr", 722, state);
    }
}
