package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Opcode;
import org.junit.jupiter.api.Test;

/** Pings vanish. */
class SwallowPingTest {
    @Test
    void everyNthOfThemVanishesAndFramesOfTheOtherKindAreNotCounted() {
        Armed armed = Armed.with(Fault.of(new ControlFault.SwallowPing()).on(FaultMatch.ANY.every(2, 1)));
        FrameFaults faults = armed.onConnection().frames(Direction.TO_UPSTREAM);
        StringBuilder fate = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            assertThat(faults.control(Opcode.PONG, 0)).isEqualTo(ControlFate.PASS);
            fate.append(faults.control(Opcode.PING, 0).swallowed() ? 'x' : '.');
        }

        assertThat(fate).hasToString("..x.x.x");
        assertThat(armed.details()).containsOnly("ping swallowed").hasSize(3);
    }

    @Test
    void theyVanishInTheMatchsDirectionOnly() {
        ConnectionFaults faults = Armed
                .with(Fault.of(new ControlFault.SwallowPing()).on(FaultMatch.ANY.going(Direction.TO_CLIENT)))
                .onConnection();

        assertThat(faults.frames(Direction.TO_CLIENT).control(Opcode.PING, 0).swallowed()).isTrue();
        assertThat(faults.frames(Direction.TO_UPSTREAM).control(Opcode.PING, 0).swallowed()).isFalse();
    }
}
