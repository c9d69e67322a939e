package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Rule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A frame that breaks a rule comes before messages. */
class ViolateTest {
    @Test
    void theMessageItselfStays() {
        Armed armed = Armed.with(new MessageFault.Violate(Rule.OVERSIZE_CONTROL));

        assertThat(send(down(armed), "x")).containsExactly(
                Delivery.unchanged(Text.of("x")).after(Rule.OVERSIZE_CONTROL));
        assertThat(armed.details()).containsExactly("frame inserted that breaks a rule: oversize-control");
    }

    @Test
    void theLastOfSeveralIsInserted() {
        Armed armed = Armed.with(new MessageFault.Violate(Rule.RSV), new MessageFault.Violate(Rule.MASK));

        assertThat(send(down(armed), "x")).extracting(Delivery::violation).isEqualTo(List.of(Rule.MASK));
    }

    @Test
    void everyNthIsPreceded() {
        FrameFaults faults = down(
                Armed.with(Fault.of(new MessageFault.Violate(Rule.RSV)).on(FaultMatch.ANY.every(2, 0))));

        assertThat(Stream.of("1", "2", "3", "4").map(text -> send(faults, text).getFirst().violation()))
                .map(Objects::nonNull)
                .containsExactly(false, true, false, true);
    }
}
