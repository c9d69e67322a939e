package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.fault.FrameFaults.ControlFate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of pings and pongs. */
class ControlFaultsTest {
    private static FrameFaults with(FaultSpec... specs) {
        return Armed.with(specs).onConnection().frames(Direction.TO_UPSTREAM);
    }

    @Test
    void swallowingTakesOneKindOnly() {
        FrameFaults pings = with(new ControlFault.SwallowPing());
        FrameFaults pongs = with(new ControlFault.SwallowPong());

        assertThat(pings.control(Opcode.PING, 0).swallowed()).isTrue();
        assertThat(pings.control(Opcode.PONG, 0)).isEqualTo(ControlFate.PASS);
        assertThat(pongs.control(Opcode.PONG, 0).swallowed()).isTrue();
        assertThat(pongs.control(Opcode.PING, 0)).isEqualTo(ControlFate.PASS);
    }

    @Test
    void delaysOfPongsAddUpAndPingsPass() {
        FrameFaults faults = with(new ControlFault.DelayPong(Duration.ofMillis(20)),
                new ControlFault.DelayPong(Duration.ofMillis(30)));

        assertThat(faults.control(Opcode.PONG, 0).delayNanos()).isEqualTo(Armed.millis(50));
        assertThat(faults.control(Opcode.PING, 0)).isEqualTo(ControlFate.PASS);
    }

    @Test
    void aDelayEndsWithTheFaultsThatHoldIt() {
        Armed armed = new Armed();
        FaultRule first = armed.arm(Fault.of(new ControlFault.DelayPong(Duration.ofMillis(20))));
        FaultRule second = armed.arm(Fault.of(new ControlFault.DelayPong(Duration.ofMillis(30))).times(1));
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

    @Test
    void swallowingWinsOverDelay() {
        FrameFaults faults = with(new ControlFault.DelayPong(Duration.ofMillis(20)), new ControlFault.SwallowPong());

        assertThat(faults.control(Opcode.PONG, 0).swallowed()).isTrue();
    }

    @Test
    void everyNthCountsFramesOfItsKind() {
        Armed armed = Armed.with(Fault.of(new ControlFault.SwallowPong()).on(FaultMatch.ANY.every(2, 1)));
        FrameFaults faults = armed.onConnection().frames(Direction.TO_UPSTREAM);
        StringBuilder fate = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            faults.control(Opcode.PING, 0);
            fate.append(faults.control(Opcode.PONG, 0).swallowed() ? 'x' : '.');
        }

        assertThat(fate).hasToString("..x.x.x");
        assertThat(armed.details()).containsOnly("pong swallowed").hasSize(3);
    }

    @Test
    void messagesNeedNotBeShown() {
        FrameFaults faults = with(new ControlFault.SwallowPing());

        assertThat(faults.idle()).isFalse();
        assertThat(faults.wantsMessages()).isFalse();
    }
}
