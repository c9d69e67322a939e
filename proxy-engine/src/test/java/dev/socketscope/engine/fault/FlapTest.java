package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A link goes down again and again. */
class FlapTest {
    private final Lived life = new Lived();

    @Test
    void aFlappingLinkGoesDownOncePerCycle() {
        EndingFault.Flap flap = new EndingFault.Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), 3, Legs.UPSTREAM,
                Mode.RST);
        Armed armed = Armed.with(flap);
        Endings endings = armed.on(Armed.connection(0)).endings();
        List<Long> downs = new ArrayList<>();
        for (long now = 0; now < Armed.seconds(60); now += Armed.millis(250)) {
            if (endings.due(life, now) != null) {
                downs.add(now);
            }
        }

        assertThat(downs).containsExactly(0L, Armed.seconds(10), Armed.seconds(20));
        assertThat(armed.rules().spent(Armed.seconds(22) - 1)).isEmpty();
        assertThat(armed.rules().spent(Armed.seconds(22))).hasSize(1);
        assertThat(endings.untilNext(life, Armed.seconds(3))).isEqualTo(Armed.seconds(7));
    }

    @Test
    void theLinkIsDownForTheSideThatWasAskedFor() {
        Endings endings = Armed
                .with(new EndingFault.Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), null, Legs.UPSTREAM,
                        Mode.RST))
                .onConnection()
                .endings();

        assertThat(endings.down(Legs.UPSTREAM, Armed.seconds(11))).isEqualTo("flt_1");
        assertThat(endings.down(Legs.CLIENT, Armed.seconds(11))).isNull();
        assertThat(endings.down(Legs.UPSTREAM, Armed.seconds(12))).isNull();
    }

    @Test
    void aConnectionThatOpensWhileTheLinkIsUpIsEndedTheNextTime() {
        Endings endings = Armed
                .with(new EndingFault.Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), null, Legs.BOTH,
                        Mode.CLOSE))
                .onConnection()
                .endings();

        assertThat(endings.due(life, Armed.seconds(5))).isNull();
        assertThat(life.due(endings, Armed.seconds(10)))
                .isEqualTo(new Ending(Legs.BOTH, Mode.CLOSE, 1001, "the link went down", "flt_1"));
    }
}
