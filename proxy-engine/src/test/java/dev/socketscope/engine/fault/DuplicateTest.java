package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.send;
import static dev.socketscope.engine.fault.Sent.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages arrive again. */
class DuplicateTest {
    private static MessageFault copies(int copies, long gapMillis) {
        return new MessageFault.Duplicate(copies, Duration.ofMillis(gapMillis));
    }

    @Test
    void copiesFollowAtTheirGapAndDoNotHoldUpOthers() {
        Armed armed = Armed.with(copies(2, 5));
        List<Delivery> got = send(down(armed), "x");

        assertThat(got).extracting(Text::of).containsOnly("x");
        assertThat(got).extracting(Delivery::delayNanos).containsExactly(0L, Armed.millis(5), Armed.millis(10));
        assertThat(got).extracting(Delivery::inOrder).containsExactly(true, false, false);
        assertThat(armed.details()).containsExactly("message sent again, 2 times");
    }

    @Test
    void copiesWithoutAGapKeepTheirPlace() {
        assertThat(send(down(Armed.with(copies(2, 0))), "x")).hasSize(3).allMatch(Delivery::inOrder);
    }

    @Test
    void copiesThatAreStillDueGoOnWhenTheFaultIsDisarmed() {
        Armed armed = new Armed();
        FaultRule rule = armed.arm(Fault.of(copies(1, 5)));

        assertThat(send(down(armed), "x")).extracting(Delivery::heldBy).containsExactly(List.of(), List.of(rule));
    }

    @Test
    void severalEachCopyTheMessageItself() {
        assertThat(send(down(Armed.with(copies(1, 0), copies(2, 0))), "x")).hasSize(4);
    }

    @Test
    void everyNthCountsMessagesAndNotCopies() {
        Armed armed = Armed.with(Fault.of(copies(1, 0)).on(FaultMatch.ANY.every(2, 0)));

        assertThat(through(down(armed), 4)).containsExactly("1", "2", "2", "3", "4", "4");
    }
}
