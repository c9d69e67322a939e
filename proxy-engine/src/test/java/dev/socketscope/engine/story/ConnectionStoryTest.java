package dev.socketscope.engine.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.story.Firings.Firing;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionStoryTest {
    private static final double END = 722;

    @Test
    void anOpenConnectionTellsItsAgeAndTraffic() {
        assertThat(ConnectionStory.of(Told.open("ws_1", "/_hmr", 0), Told.at(END), Firings.NONE).getFirst())
                .isEqualTo("Open for 12 min, 0 sent, 0 received.");
    }

    @Test
    void aResetSaysWhoAndThatThereWasNoCloseFrame() {
        assertThat(closed(Told.RESET)).isEqualTo(
                "Closed by the upstream with 1006 (TCP reset, no Close frame) after 12 min, 0 sent, 0 received.");
    }

    @Test
    void whatTheEngineSaysOfAPeerStandsAloneAndTheShortSentenceStillSaysWho() {
        List<String> sentences = sentences(
                new CloseInfo(By.UPSTREAM, Manner.RST, 1006, "the upstream reset the connection (TCP RST)", null),
                Firings.NONE);

        assertThat(sentences.getFirst()).isEqualTo(
                "Closed with 1006 after 12 min: the upstream reset the connection (TCP RST), 0 sent, 0 received.");
        assertThat(sentences.getLast())
                .isEqualTo("Closed by the upstream with 1006 (TCP reset, no Close frame) after 12 min.");
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
                .isEqualTo("Never opened: the upstream answered 101 “no such path”.");
    }

    @Test
    void theFaultThatEndedItAndTheFaultsThatFiredAreNamed() {
        assertThat(sentences(new CloseInfo(By.FAULT, Manner.RST, 1006, "", "flt_2"),
                new Firings(List.of(new Firing("flt_2", "cut", 1)))).getFirst())
                .startsWith("Closed by fault flt_2 with 1006")
                .endsWith("after 12 min, fault flt_2 (cut) fired once, 0 sent, 0 received.");
    }

    @Test
    void whatMattersLeastGoesFirstAndTheFaultsStay() {
        Firings fired = new Firings(List.of(new Firing("flt_2", "latency", 3), new Firing("flt_3", "drop", 1)));

        assertThat(sentences(new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, 1001, "deploying", null), fired))
                .satisfiesExactly(
                        whole -> assertThat(whole).contains("“deploying”", "flt_2 (latency) fired 3 times",
                                "0 received"),
                        without -> assertThat(without).contains("“deploying”").doesNotContain("received"),
                        shorter -> assertThat(shorter).doesNotContain("deploying")
                                .contains("flt_2 (latency) fired 3 times"),
                        shortest -> assertThat(shortest).isEqualTo(
                                "Closed by the upstream with 1001 after 12 min, faults flt_2, flt_3 fired 4 times."));
    }

    @Test
    void ofManyFaultsTheFirstAreNamed() {
        List<Firing> many = IntStream.rangeClosed(1, 9).mapToObj(i -> new Firing("flt_" + i, "drop", 2)).toList();

        assertThat(new Firings(many).fewWords())
                .isEqualTo("faults flt_1, flt_2, flt_3, flt_4 and 5 others fired 18 times");
    }

    private static String closed(CloseInfo close) {
        return sentences(close, Firings.NONE).getFirst();
    }

    private static List<String> sentences(CloseInfo close, Firings fired) {
        return ConnectionStory.of(Told.ended("ws_1", "/_hmr", 0, END, close), Told.at(END), fired);
    }
}
