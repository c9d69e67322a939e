package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections end at an age. */
class MaxLifetimeTest {
    private final Lived life = new Lived();

    @Test
    void maxLifetimeEndsBothLegsAtThatAge() {
        Endings endings = Armed.with(new EndingFault.MaxLifetime(Duration.ofSeconds(60))).onConnection().endings();

        assertThat(endings.due(life, Armed.seconds(60) - 1)).isNull();
        assertThat(endings.untilNext(life, Armed.seconds(20))).isEqualTo(Armed.seconds(40));
        assertThat(life.due(endings, Armed.seconds(60)))
                .isEqualTo(new Ending(Legs.BOTH, Mode.FIN, 1001, "it lived for 60000 ms", "flt_1"));
        assertThat(endings.untilNext(life, Armed.seconds(70))).as("a leg is away").isEqualTo(Waits.NEVER);
    }
}
