package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.Opcode;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Faults that change, repeat or reorder messages, as the receiver sees them. */
class ChangedMessagesTest extends UnderFaults {
    @Test
    void duplicatesArriveAgain() {
        arm(new MessageFault.Duplicate(2, Duration.ZERO), DOWN);
        fromServer("x");
        assertThat(List.of(atClient(), atClient(), atClient())).containsExactly("x", "x", "x");
    }

    @Test
    void reorderChangesTheOrderOfAWindowAndLosesNothing() {
        arm(new MessageFault.Reorder(5, Duration.ofSeconds(5)), DOWN);
        fromServer("1", "2", "3", "4", "5");
        List<String> got = List.of(atClient(), atClient(), atClient(), atClient(), atClient());
        assertThat(got).containsExactlyInAnyOrder("1", "2", "3", "4", "5")
                .isNotEqualTo(List.of("1", "2", "3", "4", "5"));
    }

    @Test
    void aWindowThatDoesNotFillGoesOnAfterItsTime() {
        arm(new MessageFault.Reorder(5, Duration.ofMillis(150)), DOWN);
        fromServer("1", "2");
        assertThat(List.of(atClient(), atClient())).containsExactly("1", "2");
    }

    @Test
    void truncateAndReplaceAndFragment() {
        arm(new MessageFault.Replace("cat", "bird"), DOWN);
        arm(new MessageFault.Truncate(8), DOWN);
        arm(new MessageFault.Fragment(3), DOWN);
        fromServer("cat and cat");
        WireText.Got first = WireText.read(t.client);
        WireText.Got second = WireText.read(t.client);
        WireText.Got third = WireText.read(t.client);
        assertThat(first.text() + second.text() + third.text()).isEqualTo("bird and");
        assertThat(List.of(first.opcode(), second.opcode(), third.opcode())).containsExactly(Opcode.TEXT,
                Opcode.CONTINUATION, Opcode.CONTINUATION);
        assertThat(List.of(first.fin(), second.fin(), third.fin())).containsExactly(false, false, true);
    }

    @Test
    void aFragmentedMessageIsTreatedAsOne() {
        arm(new MessageFault.Replace("one two", "joined"), DOWN);
        t.upstream.send(fromUpstream(Opcode.TEXT, false, "one ")).send(fromUpstream(Opcode.CONTINUATION, true, "two"));
        assertThat(atClient()).isEqualTo("joined");
    }

    /** Short ones are put together on their way, long ones are not, and a ping goes between. */
    @Test
    void messagesOfEveryLengthKeepTheirOrderThoughAFaultLooksAtEach() {
        arm(new MessageFault.Replace("needle", "found"), DOWN);
        List<String> texts = IntStream.range(0, 100).mapToObj(i -> i + " " + "x".repeat(i * i % 9_000)).toList();
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        for (String text : texts) {
            burst.writeBytes(fromUpstream(text));
            burst.writeBytes(fromUpstream(Opcode.PING, true, text.substring(0, text.indexOf(' '))));
        }
        burst.writeBytes(fromUpstream("needle"));
        t.upstream.send(burst.toByteArray());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(atClient()).isEqualTo(texts.get(i));
            WireText.Got ping = WireText.read(t.client);
            assertThat(ping.opcode()).isEqualTo(Opcode.PING);
            assertThat(ping.text()).isEqualTo(Integer.toString(i));
        }
        assertThat(atClient()).isEqualTo("found");
    }

    @Test
    void corruptTextStaysTextOrSurelyIsNot() {
        String id = arm(new MessageFault.Corrupt(3, Utf8.KEEP), DOWN);
        fromServer("äöü and 漢字");
        byte[] kept = WireText.read(t.client).payload();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).isNotEqualTo("äöü and 漢字")
                .doesNotContain("\uFFFD");
        disarm(id);
        arm(new MessageFault.Corrupt(1, Utf8.BREAK), DOWN);
        fromServer("text");
        assertThat(WireText.read(t.client).text()).contains("\uFFFD");
    }
}
