package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which connections end, when several faults might end them. */
class EndingsTest {
    private static final EndingFault.Disconnect CUT = new EndingFault.Disconnect(Legs.UPSTREAM, Mode.RST, 1001, "");
    private final Lived life = new Lived();

    @Test
    void withoutFaultsNothingEnds() {
        Endings endings = new Armed().onConnection().endings();

        assertThat(endings.due(life, Armed.seconds(100))).isNull();
        assertThat(endings.untilNext(life, 0)).isEqualTo(Waits.NEVER);
        assertThat(endings.slowCloseNanos(0)).isZero();
    }

    @Test
    void aCountBoundsHowOftenConnectionsEndAltogether() {
        Armed armed = Armed.with(Fault.of(CUT).times(3));
        Endings first = armed.on(Armed.connection(0)).endings();
        Endings second = armed.on(Armed.connection(1)).endings();
        life.due(first, 0);
        life.due(second, 0);
        life.due(first, 0);

        assertThat(first.due(life, 0)).isNull();
        assertThat(second.due(life, 0)).isNull();
        assertThat(armed.firings).extracting(Firing::last).containsExactly(false, false, true);
        assertThat(armed.rules().spent(0)).hasSize(1);
    }

    @Test
    void probabilityChoosesConnectionsByTheirSeed() {
        Armed armed = Armed.with(Fault.of(CUT).likely(0.3, 11));
        List<Boolean> chosen = IntStream.range(0, 1_000)
                .mapToObj(i -> armed.on(Armed.connection(i)).endings().due(life, 0) != null)
                .toList();
        Armed again = Armed.with(Fault.of(CUT).likely(0.3, 11));

        assertThat(chosen.stream().filter(c -> c).count()).isBetween(240L, 360L);
        assertThat(
                IntStream.range(0, 1_000).mapToObj(i -> again.on(Armed.connection(i)).endings().due(life, 0) != null))
                .isEqualTo(chosen);
    }

    @Test
    void aConnectionThatWasNotChosenIsLeftAloneForGood() {
        Endings endings = Armed.with(Fault.of(CUT).on(FaultMatch.ANY.every(1, 1))).onConnection().endings();

        assertThat(endings.due(life, 0)).isNull();
        assertThat(endings.due(life, 1)).isNull();
        assertThat(endings.untilNext(life, 1)).isEqualTo(Waits.NEVER);
    }

    @Test
    void theEarliestWaitCounts() {
        Endings endings = Armed
                .with(new EndingFault.MaxLifetime(Duration.ofSeconds(60)),
                        new EndingFault.IdleCut(Duration.ofSeconds(5)))
                .onConnection()
                .endings();

        assertThat(endings.untilNext(life, 0)).isEqualTo(Armed.seconds(5));
    }
}
