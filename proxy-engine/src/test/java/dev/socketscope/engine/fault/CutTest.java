package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A link is down until it is restored. */
class CutTest {
    private final Lived life = new Lived();

    @Test
    void itEndsAConnectionOnceAndStaysDown() {
        Armed armed = Armed.with(new EndingFault.Cut(Legs.UPSTREAM, Mode.CLOSE, 4000, "lunch"));
        Endings endings = armed.onConnection().endings();

        assertThat(life.due(endings, 5)).isEqualTo(new Ending(Legs.UPSTREAM, Mode.CLOSE, 4000, "lunch", "flt_1"));
        assertThat(endings.due(life, Armed.seconds(1_000_000))).isNull();
        assertThat(endings.untilNext(life, 5)).isEqualTo(Waits.NEVER);
        assertThat(endings.down(Legs.UPSTREAM, Armed.seconds(1_000_000))).isEqualTo("flt_1");
        assertThat(endings.down(Legs.CLIENT, 5)).isNull();
    }

    @Test
    void itBeginsAndEndsWithTheFaultsTime() {
        Armed armed = Armed.with(Fault.of(new EndingFault.Cut(Legs.BOTH, Mode.RST, 1001, ""))
                .during(Duration.ofSeconds(2), Duration.ofSeconds(3)));
        Endings endings = armed.onConnection().endings();

        assertThat(endings.due(life, Armed.seconds(1))).isNull();
        assertThat(endings.untilNext(life, Armed.seconds(1))).isEqualTo(Armed.seconds(1));
        assertThat(life.due(endings, Armed.seconds(2)).reason()).isEqualTo("cut");
        assertThat(endings.down(Legs.CLIENT, Armed.seconds(5) - 1)).isEqualTo("flt_1");
        assertThat(endings.down(Legs.CLIENT, Armed.seconds(5))).isNull();
        assertThat(armed.rules().spent(Armed.seconds(5))).hasSize(1);
    }
}
