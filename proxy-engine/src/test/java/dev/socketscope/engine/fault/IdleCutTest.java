package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections end when nothing travels. */
class IdleCutTest {
    private final Lived life = new Lived();

    @Test
    void idleCutLooksAtBothDirectionsOrAtOne() {
        life.up = Armed.seconds(10);
        life.down = Armed.seconds(50);
        Endings any = Armed.with(new EndingFault.IdleCut(Duration.ofSeconds(100))).onConnection().endings();
        Endings up = Armed.with(
                Fault.of(new EndingFault.IdleCut(Duration.ofSeconds(100)))
                        .on(FaultMatch.ANY.going(Direction.TO_UPSTREAM)))
                .onConnection()
                .endings();

        assertThat(any.untilNext(life, Armed.seconds(60))).isEqualTo(Armed.seconds(90));
        assertThat(any.due(life, Armed.seconds(150) - 1)).isNull();
        assertThat(life.due(any, Armed.seconds(150)).reason()).isEqualTo("idle for 100000 ms");
        assertThat(up.due(life, Armed.seconds(110) - 1)).isNull();
        assertThat(life.due(up, Armed.seconds(110)).mode()).isEqualTo(Mode.FIN);
    }
}
