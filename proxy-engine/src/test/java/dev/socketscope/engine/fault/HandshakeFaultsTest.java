package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault.Cut;
import dev.socketscope.engine.api.EndingFault.Flap;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens to upgrades. */
class HandshakeFaultsTest {
    private static final HandshakeFault.Refuse BUSY = new HandshakeFault.Refuse(503, List.of(), "busy");

    private static HandshakeDecision decide(Armed armed, long now) {
        return armed.rules().handshake(Armed.CONNECTION, armed.firings::add, now);
    }

    @Test
    void withoutFaultsItPasses() {
        assertThat(decide(new Armed(), 0)).isSameAs(HandshakeDecision.PASS);
    }

    @Test
    void eachTypeHasItsOutcome() {
        assertThat(decide(Armed.with(BUSY), 0).outcome())
                .isEqualTo(new Outcome.Refuse(503, List.of(), "busy", "flt_1"));
        assertThat(decide(Armed.with(new HandshakeFault.Hang()), 0).outcome()).isEqualTo(new Outcome.Hang("flt_1"));
        assertThat(decide(Armed.with(new HandshakeFault.Drop(Mode.RST)), 0).outcome())
                .isEqualTo(new Outcome.Drop(Mode.RST, "flt_1"));
        assertThat(decide(Armed.with(new HandshakeFault.Delay(Duration.ofMillis(3))), 0))
                .isEqualTo(new HandshakeDecision(Armed.millis(3), new Outcome.Pass()));
    }

    @Test
    void delaysAddUpInFrontOfTheFirstOutcomeAndLaterOnesAreNotAsked() {
        Armed armed = Armed.with(new HandshakeFault.Delay(Duration.ofMillis(3)),
                new HandshakeFault.Delay(Duration.ofMillis(4)), BUSY, new HandshakeFault.Hang());

        assertThat(decide(armed, 0))
                .isEqualTo(new HandshakeDecision(Armed.millis(7), new Outcome.Refuse(503, List.of(), "busy", "flt_3")));
        assertThat(armed.details()).containsExactly("handshake kept back for 3 ms", "handshake kept back for 4 ms",
                "handshake refused with 503");
    }

    @Test
    void countEveryNthAndSkipCountHandshakes() {
        Armed armed = Armed.with(Fault.of(BUSY).on(FaultMatch.ANY.every(2, 1)).times(2));

        assertThat(IntStream.range(0, 9).mapToObj(_ -> decide(armed, 0).outcome() instanceof Outcome.Refuse))
                .containsExactly(false, false, true, false, true, false, false, false, false);
        assertThat(armed.firings).extracting(Firing::last).containsExactly(false, true);
    }

    @Test
    void theSameSeedRefusesTheSameHandshakes() {
        Fault half = Fault.of(BUSY).likely(0.5, 5);
        List<Boolean> first = refusals(Armed.with(half));

        assertThat(refusals(Armed.with(half))).isEqualTo(first);
        assertThat(first.stream().filter(refused -> refused).count()).isBetween(30L, 70L);
    }

    private static List<Boolean> refusals(Armed armed) {
        return IntStream.range(0, 100).mapToObj(_ -> decide(armed, 0).outcome() instanceof Outcome.Refuse).toList();
    }

    @Test
    void aLinkThatIsDownComesBeforeAll() {
        Armed armed = Armed.with(BUSY,
                new Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), null, Legs.BOTH, Mode.CLOSE));

        assertThat(decide(armed, Armed.seconds(1)).outcome()).isEqualTo(new Outcome.Drop(Mode.FIN, "flt_2"));
        assertThat(decide(armed, Armed.seconds(2)).outcome()).isInstanceOf(Outcome.Refuse.class);
        assertThat(armed.details()).containsExactly("handshake dropped: the link is down",
                "handshake refused with 503");
    }

    @Test
    void aClientWhoseOwnLinkIsUpIsToldThatTheUpstreamsIsDown() {
        Armed armed = Armed.with(new Cut(Legs.UPSTREAM, Mode.RST, 1001, ""));

        assertThat(decide(armed, 0).outcome()).isInstanceOfSatisfying(Outcome.Refuse.class, refuse -> {
            assertThat(refuse.status()).isEqualTo(502);
            assertThat(refuse.body()).contains("flt_1");
        });
        assertThat(armed.details()).containsExactly("handshake refused: the link to the upstream is down");
    }

    @Test
    void onlyConnectionsInScopeAreAskedFor() {
        Armed armed = Armed.with(Fault.of(BUSY).on(FaultMatch.ANY.onPath("/elsewhere")));

        assertThat(decide(armed, 0)).isSameAs(HandshakeDecision.PASS);
        assertThat(decide(Armed.with(Fault.of(BUSY).during(Duration.ofSeconds(1), null)), 0))
                .isSameAs(HandshakeDecision.PASS);
    }
}
