package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of pings and pongs when several faults might act. */
class ControlFaultsTest {
    @Test
    void swallowingWinsOverDelayAndLaterOnesAreNotAsked() {
        Armed armed = Armed.with(new ControlFault.DelayPong(Duration.ofMillis(20)), new ControlFault.SwallowPong(),
                new ControlFault.DelayPong(Duration.ofMillis(30)));

        assertThat(armed.onConnection().frames(Direction.TO_UPSTREAM).control(Opcode.PONG, 0))
                .isEqualTo(ControlFate.SWALLOWED);
        assertThat(armed.details()).containsExactly("pong kept back for 20 ms", "pong swallowed");
    }

    @Test
    void messagesNeedNotBeShown() {
        FrameFaults faults = Armed.with(new ControlFault.SwallowPing()).onConnection().frames(Direction.TO_UPSTREAM);

        assertThat(faults.idle()).isFalse();
        assertThat(faults.wantsMessages()).isFalse();
    }
}
