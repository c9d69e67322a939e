package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages are kept back. */
class DelayMessageTest {
    private static final MessageFault SCATTERED = delay(100, 50);

    private static MessageFault delay(long millis, long jitter) {
        return new MessageFault.Delay(Duration.ofMillis(millis), Duration.ofMillis(jitter));
    }

    private static List<Long> delays(FrameFaults faults, int messages) {
        return IntStream.range(0, messages).mapToObj(_ -> send(faults, "x").getFirst().delayNanos()).toList();
    }

    @Test
    void theMessageIsLateAndInOrderUntilTheFaultIsGone() {
        Armed armed = new Armed();
        FaultRule rule = armed.arm(Fault.of(delay(7, 0)));

        assertThat(send(down(armed), "x")).singleElement()
                .isEqualTo(Delivery.unchanged(Text.of("x")).later(Armed.millis(7), rule))
                .matches(Delivery::inOrder);
        assertThat(armed.details()).containsExactly("message kept back for 7 ms");
    }

    @Test
    void jitterIsSpreadOverItsWholeRange() {
        List<Long> delays = delays(down(Armed.with(SCATTERED)), 2_000);

        assertThat(delays).allMatch(nanos -> nanos >= Armed.millis(50) && nanos <= Armed.millis(150));
        assertThat(delays).anyMatch(nanos -> nanos < Armed.millis(53)).anyMatch(nanos -> nanos > Armed.millis(147));
    }

    @Test
    void severalAddUp() {
        assertThat(delays(down(Armed.with(delay(10, 0), delay(200, 0))), 1)).containsExactly(Armed.millis(210));
    }

    @Test
    void theSameSeedDelaysByTheSame() {
        assertThat(delays(down(Armed.with(Fault.of(SCATTERED).likely(1, 5))), 20))
                .isEqualTo(delays(down(Armed.with(Fault.of(SCATTERED).likely(1, 5))), 20))
                .isNotEqualTo(delays(down(Armed.with(Fault.of(SCATTERED).likely(1, 6))), 20));
    }

    @Test
    void everyNthIsLate() {
        Armed armed = Armed.with(Fault.of(delay(1, 0)).on(FaultMatch.ANY.every(2, 1)));

        assertThat(delays(down(armed), 5)).containsExactly(0L, 0L, Armed.millis(1), 0L, Armed.millis(1));
    }
}
