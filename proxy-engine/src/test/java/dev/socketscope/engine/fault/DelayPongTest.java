package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pongs are kept back. */
class DelayPongTest {
    private final Armed armed = new Armed();

    private static ControlFault delay(long millis) {
        return new ControlFault.DelayPong(Duration.ofMillis(millis));
    }

    private FrameFaults upstream() {
        return armed.onConnection().frames(Direction.TO_UPSTREAM);
    }

    @Test
    void severalAddUpAndPingsPass() {
        armed.arm(Fault.of(delay(20)));
        armed.arm(Fault.of(delay(30)));
        FrameFaults faults = upstream();

        assertThat(faults.control(Opcode.PONG, 0).delayNanos()).isEqualTo(Armed.millis(50));
        assertThat(faults.control(Opcode.PING, 0)).isEqualTo(ControlFate.PASS);
        assertThat(armed.details()).containsExactly("pong kept back for 20 ms", "pong kept back for 30 ms");
    }

    @Test
    void everyNthIsKeptBackAndPingsAreNotCounted() {
        armed.arm(Fault.of(delay(20)).on(FaultMatch.ANY.every(2, 0)));
        FrameFaults faults = upstream();

        assertThat(IntStream.range(0, 4).mapToObj(_ -> {
            faults.control(Opcode.PING, 0);
            return faults.control(Opcode.PONG, 0).delayNanos();
        })).containsExactly(0L, Armed.millis(20), 0L, Armed.millis(20));
    }

    @Test
    void aDelayEndsWithTheFaultsThatHoldIt() {
        FaultRule first = armed.arm(Fault.of(delay(20)));
        FaultRule second = armed.arm(Fault.of(delay(30)).times(1));
        ConnectionFaults connection = armed.onConnection();
        FrameFaults faults = connection.frames(Direction.TO_UPSTREAM);
        List<FaultRule> heldBy = faults.control(Opcode.PONG, 0).heldBy();

        assertThat(faults.letGo(heldBy)).isFalse();
        armed.disarm(first);
        armed.disarm(second);
        connection.use(armed.rules());
        assertThat(faults.letGo(List.of(first))).isTrue();
        assertThat(faults.letGo(heldBy)).as("one of them has acted for the last time, and goes through with it")
                .isFalse();
    }
}
