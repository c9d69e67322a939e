package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages arrive in fragments. */
class FragmentTest {
    private static int fragment(FrameFaults faults, String text) {
        return send(faults, text).getFirst().fragment();
    }

    @Test
    void theMessageIsSentInPieces() {
        Armed armed = Armed.with(new MessageFault.Fragment(3));

        assertThat(fragment(down(armed), "abcd")).isEqualTo(3);
        assertThat(armed.details()).containsExactly("message sent in fragments of 3 bytes");
    }

    @Test
    void theSmallestSizeWins() {
        assertThat(fragment(down(Armed.with(new MessageFault.Fragment(3), new MessageFault.Fragment(5))), "abcdefgh"))
                .isEqualTo(3);
        assertThat(fragment(down(Armed.with(new MessageFault.Fragment(5), new MessageFault.Fragment(3))), "abcdefgh"))
                .isEqualTo(3);
    }

    @Test
    void aMessageThatFitsIntoOneIsNoCandidate() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Fragment(3)).on(FaultMatch.ANY.every(2, 0)));
        FrameFaults faults = down(armed);

        assertThat(Stream.of("abcd", "abc", "", "efgh").map(text -> fragment(faults, text)))
                .containsExactly(0, 0, 0, 3);
    }
}
