package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault.Disconnect;
import dev.socketscope.engine.api.EndingFault.Flap;
import dev.socketscope.engine.api.EndingFault.IdleCut;
import dev.socketscope.engine.api.EndingFault.MaxLifetime;
import dev.socketscope.engine.api.EndingFault.SlowClose;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When and how connections end. */
class EndingsTest {
    private static final Disconnect CUT = new Disconnect(Legs.UPSTREAM, Mode.RST, 1001, "");

    /** A connection that was opened at 0. */
    private static final class Life implements Endings.Life {
        private long up;
        private long down;

        @Override
        public long openedNanos() {
            return 0;
        }

        @Override
        public long lastBytesNanos(Direction direction) {
            return direction == Direction.TO_UPSTREAM ? up : down;
        }
    }

    private final Life life = new Life();

    private static Endings on(Armed armed, int connection) {
        return armed.on(Armed.connection(connection)).endings();
    }

    private Ending due(Endings endings, long now) {
        return Objects.requireNonNull(endings.due(life, now));
    }

    @Test
    void withoutFaultsNothingEnds() {
        Endings endings = on(new Armed(), 0);

        assertThat(endings.due(life, Armed.seconds(100))).isNull();
        assertThat(endings.untilNext(life, 0)).isEqualTo(Waits.NEVER);
        assertThat(endings.slowCloseNanos(0)).isZero();
    }

    @Test
    void disconnectActsAtOnceAndAfterEveryReturn() {
        Armed armed = Armed.with(CUT);
        Endings endings = on(armed, 0);

        assertThat(due(endings, 0)).isEqualTo(new Ending(Legs.UPSTREAM, Mode.RST, 1001, "disconnect", "flt_1"));
        assertThat(endings.untilNext(life, 0)).isEqualTo(Waits.NEVER);
        assertThat(due(endings, 5).fault()).isEqualTo("flt_1");
        assertThat(armed.details()).containsExactly("connection ended: disconnect", "connection ended: disconnect");
    }

    @Test
    void aCountBoundsHowOftenConnectionsEndAltogether() {
        Armed armed = Armed.with(Fault.of(CUT).times(3));
        Endings first = on(armed, 0);
        Endings second = on(armed, 1);
        due(first, 0);
        due(second, 0);
        due(first, 0);

        assertThat(first.due(life, 0)).isNull();
        assertThat(second.due(life, 0)).isNull();
        assertThat(armed.firings).extracting(Firing::last).containsExactly(false, false, true);
        assertThat(armed.rules().spent(0)).hasSize(1);
    }

    @Test
    void disconnectWaitsForItsBeginning() {
        Endings endings = on(Armed.with(Fault.of(CUT).during(Duration.ofSeconds(2), null)), 0);

        assertThat(endings.due(life, Armed.seconds(1))).isNull();
        assertThat(endings.untilNext(life, Armed.seconds(1))).isEqualTo(Armed.seconds(1));
        assertThat(due(endings, Armed.seconds(2)).mode()).isEqualTo(Mode.RST);
    }

    @Test
    void disconnectInPlaceOfAMessageIsNotItsBusiness() {
        Endings endings = on(Armed.with(Fault.of(CUT).on(FaultMatch.ANY.saying("x"))), 0);

        assertThat(endings.due(life, 0)).isNull();
        assertThat(endings.untilNext(life, 0)).isEqualTo(Waits.NEVER);
    }

    @Test
    void probabilityChoosesConnectionsByTheirSeed() {
        Armed armed = Armed.with(Fault.of(CUT).likely(0.3, 11));
        List<Boolean> chosen = IntStream.range(0, 1_000).mapToObj(i -> on(armed, i).due(life, 0) != null).toList();
        Armed again = Armed.with(Fault.of(CUT).likely(0.3, 11));

        assertThat(chosen.stream().filter(c -> c).count()).isBetween(240L, 360L);
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> on(again, i).due(life, 0) != null)).isEqualTo(chosen);
    }

    @Test
    void aConnectionThatWasNotChosenIsLeftAloneForGood() {
        Endings endings = on(Armed.with(Fault.of(CUT).on(FaultMatch.ANY.every(1, 1))), 0);

        assertThat(endings.due(life, 0)).isNull();
        assertThat(endings.due(life, 1)).isNull();
        assertThat(endings.untilNext(life, 1)).isEqualTo(Waits.NEVER);
    }

    @Test
    void maxLifetimeEndsBothLegsAtThatAge() {
        Endings endings = on(Armed.with(new MaxLifetime(Duration.ofSeconds(60))), 0);

        assertThat(endings.due(life, Armed.seconds(60) - 1)).isNull();
        assertThat(endings.untilNext(life, Armed.seconds(20))).isEqualTo(Armed.seconds(40));
        assertThat(due(endings, Armed.seconds(60)))
                .isEqualTo(new Ending(Legs.BOTH, Mode.FIN, 1001, "it lived for 60000 ms", "flt_1"));
        assertThat(endings.untilNext(life, Armed.seconds(70))).as("a leg is away").isEqualTo(Waits.NEVER);
    }

    @Test
    void idleCutLooksAtBothDirectionsOrAtOne() {
        life.up = Armed.seconds(10);
        life.down = Armed.seconds(50);
        Endings any = on(Armed.with(new IdleCut(Duration.ofSeconds(100))), 0);
        Endings up = on(Armed.with(
                Fault.of(new IdleCut(Duration.ofSeconds(100))).on(FaultMatch.ANY.going(Direction.TO_UPSTREAM))), 0);

        assertThat(any.untilNext(life, Armed.seconds(60))).isEqualTo(Armed.seconds(90));
        assertThat(any.due(life, Armed.seconds(150) - 1)).isNull();
        assertThat(due(any, Armed.seconds(150)).reason()).isEqualTo("idle for 100000 ms");
        assertThat(up.due(life, Armed.seconds(110) - 1)).isNull();
        assertThat(due(up, Armed.seconds(110)).mode()).isEqualTo(Mode.FIN);
    }

    @Test
    void slowClosesAddUpAndOneDoesNotEndAnything() {
        Endings endings = on(Armed.with(new SlowClose(Duration.ofSeconds(2)), new SlowClose(Duration.ofSeconds(1))), 0);

        assertThat(endings.due(life, 0)).isNull();
        assertThat(endings.slowCloseNanos(0)).isEqualTo(Armed.seconds(3));
    }

    @Test
    void aFlappingLinkGoesDownOncePerCycle() {
        Flap flap = new Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), 3, Legs.UPSTREAM, Mode.RST);
        Armed armed = Armed.with(flap);
        Endings endings = on(armed, 0);
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
        Endings endings = on(Armed.with(new Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), null, Legs.UPSTREAM,
                Mode.RST)), 0);

        assertThat(endings.down(Legs.UPSTREAM, Armed.seconds(11))).isEqualTo("flt_1");
        assertThat(endings.down(Legs.CLIENT, Armed.seconds(11))).isNull();
        assertThat(endings.down(Legs.UPSTREAM, Armed.seconds(12))).isNull();
    }

    @Test
    void aConnectionThatOpensWhileTheLinkIsUpIsEndedTheNextTime() {
        Endings endings = on(Armed.with(new Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), null, Legs.BOTH,
                Mode.CLOSE)), 0);

        assertThat(endings.due(life, Armed.seconds(5))).isNull();
        assertThat(due(endings, Armed.seconds(10)))
                .isEqualTo(new Ending(Legs.BOTH, Mode.CLOSE, 1001, "the link went down", "flt_1"));
    }

    @Test
    void theEarliestWaitCounts() {
        Endings endings = on(Armed.with(new MaxLifetime(Duration.ofSeconds(60)), new IdleCut(Duration.ofSeconds(5))),
                0);

        assertThat(endings.untilNext(life, 0)).isEqualTo(Armed.seconds(5));
    }
}
