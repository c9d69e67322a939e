package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages go on in another order. */
class ReorderTest {
    private static final MessageFault.Reorder FIVE = new MessageFault.Reorder(5, Duration.ofSeconds(2));
    private final Armed armed = new Armed();

    private static List<String> send(FrameFaults faults, String text, long now) {
        return faults.message(Text.of(text), now).deliveries().stream().map(Text::of).toList();
    }

    private static List<String> due(FrameFaults faults, long now) {
        return faults.due(now).stream().map(Text::of).toList();
    }

    @Test
    void aFullWindowGoesOnInAnotherOrderAndLosesNothing() {
        armed.arm(Fault.of(FIVE));
        FrameFaults faults = down(armed);
        Set<List<String>> orders = new HashSet<>();
        for (int round = 0; round < 50; round++) {
            List<String> got = new ArrayList<>();
            IntStream.rangeClosed(1, 5).forEach(i -> got.addAll(send(faults, Integer.toString(i), 0)));

            assertThat(got).containsExactlyInAnyOrder("1", "2", "3", "4", "5")
                    .isNotEqualTo(List.of("1", "2", "3", "4", "5"));
            orders.add(got);
        }
        assertThat(orders).hasSizeGreaterThan(20);
    }

    @Test
    void theSameSeedLeadsToTheSameOrders() {
        assertThat(orders(1)).isEqualTo(orders(1)).isNotEqualTo(orders(2));
    }

    private static List<String> orders(long seed) {
        FrameFaults faults = down(Armed.with(Fault.of(FIVE).likely(1, seed)));
        List<String> got = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> got.addAll(send(faults, Integer.toString(i), 0)));
        return got;
    }

    @Test
    void everyNthBeginsAWindowAndTheOthersOfItAreNoCandidates() {
        armed.arm(Fault.of(new MessageFault.Reorder(2, Duration.ofSeconds(2))).on(FaultMatch.ANY.every(2, 0)));

        assertThat(through(down(armed), 6)).containsExactly("1", "3", "2", "4", "6", "5");
        assertThat(armed.details()).hasSize(2).containsOnly("messages kept to be reordered, up to 2");
    }

    @Test
    void whatIsKeptTooLongGoesOnInItsOwnOrder() {
        armed.arm(Fault.of(FIVE));
        FrameFaults faults = down(armed);
        assertThat(send(faults, "1", 0)).isEmpty();
        assertThat(send(faults, "2", Armed.seconds(1))).isEmpty();

        assertThat(faults.untilNext(Armed.seconds(1))).isEqualTo(Armed.seconds(1));
        assertThat(due(faults, Armed.seconds(2) - 1)).isEmpty();
        assertThat(due(faults, Armed.seconds(2))).containsExactly("1", "2");
        assertThat(faults.untilNext(Armed.seconds(2))).isEqualTo(Waits.NEVER);
    }

    @Test
    void disarmingLetsGoWhatIsKept() {
        FaultRule rule = armed.arm(Fault.of(FIVE));
        ConnectionFaults connection = armed.onConnection();
        FrameFaults faults = connection.frames(Direction.TO_CLIENT);
        send(faults, "1", 0);
        armed.disarm(rule);
        connection.use(armed.rules());

        assertThat(faults.idle()).isFalse();
        assertThat(due(faults, 0)).containsExactly("1");
        assertThat(faults.idle()).isTrue();
    }

    @Test
    void theLastTimeIsNotCutShortByItsOwnDisarming() {
        FaultRule rule = armed.arm(Fault.of(new MessageFault.Reorder(2, Duration.ofSeconds(2))).times(1));
        ConnectionFaults connection = armed.onConnection();
        FrameFaults faults = connection.frames(Direction.TO_CLIENT);
        send(faults, "1", 0);
        assertThat(armed.firings).singleElement().matches(Firing::last);
        armed.disarm(rule);
        connection.use(armed.rules());

        assertThat(due(faults, 0)).isEmpty();
        assertThat(send(faults, "2", 0)).containsExactly("2", "1");
        due(faults, 0);
        assertThat(send(faults, "3", 0)).containsExactly("3");
    }

    @Test
    void aCloseFrameFlushesInOrderAndLaterStepsStillAct() {
        armed.arm(Fault.of(FIVE).on(FaultMatch.ANY.going(Direction.TO_CLIENT)));
        armed.arm(Fault.of(new MessageFault.Fragment(1)));
        FrameFaults faults = down(armed);
        send(faults, "one", 0);
        send(faults, "two", 0);

        assertThat(faults.flush(0)).extracting(Text::of).containsExactly("one", "two");
        assertThat(faults.flush(0)).isEmpty();
        send(faults, "three", 0);
        assertThat(faults.due(Armed.seconds(9))).singleElement().extracting(Delivery::fragment).isEqualTo(1);
    }

    @Test
    void aWindowIsFullWhenItHoldsTooManyBytes() {
        armed.arm(Fault.of(new MessageFault.Reorder(100, Duration.ofSeconds(2))));
        FrameFaults faults = down(armed);
        String half = "x".repeat(Reorder.MOST_BYTES / 2);

        assertThat(send(faults, half, 0)).isEmpty();
        assertThat(send(faults, half, 0)).isEmpty();
        assertThat(send(faults, "y", 0)).hasSize(3);
    }

    @Test
    void twoWindowsFollowEachOther() {
        armed.arm(Fault.of(new MessageFault.Reorder(2, Duration.ofSeconds(2))));
        armed.arm(Fault.of(new MessageFault.Reorder(4, Duration.ofSeconds(2))));
        FrameFaults faults = down(armed);
        List<String> got = new ArrayList<>();
        IntStream.rangeClosed(1, 3).forEach(i -> got.addAll(send(faults, Integer.toString(i), 0)));

        assertThat(got).isEmpty();
        assertThat(send(faults, "4", 0)).containsExactlyInAnyOrder("1", "2", "3", "4");
    }
}
