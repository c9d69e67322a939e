package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.EndingFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ends come late. */
class SlowCloseTest {
    private final Lived life = new Lived();

    @Test
    void slowClosesAddUpAndOneDoesNotEndAnything() {
        Endings endings = Armed
                .with(new EndingFault.SlowClose(Duration.ofSeconds(2)),
                        new EndingFault.SlowClose(Duration.ofSeconds(1)))
                .onConnection()
                .endings();

        assertThat(endings.due(life, 0)).isNull();
        assertThat(endings.slowCloseNanos(0)).isEqualTo(Armed.seconds(3));
    }
}
