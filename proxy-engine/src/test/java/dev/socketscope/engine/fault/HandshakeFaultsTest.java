package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault.Flap;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to upgrades when several faults might act. */
class HandshakeFaultsTest {
    private static final HandshakeFault.Refuse BUSY = new HandshakeFault.Refuse(503, List.of(), "busy");

    @Test
    void withoutFaultsItPasses() {
        assertThat(new Armed().handshake(0)).isSameAs(HandshakeDecision.PASS);
    }

    @Test
    void delaysAddUpInFrontOfTheFirstOutcomeAndLaterOnesAreNotAsked() {
        Armed armed = Armed.with(new HandshakeFault.Delay(Duration.ofMillis(3)),
                new HandshakeFault.Delay(Duration.ofMillis(4)), BUSY, new HandshakeFault.Hang());

        assertThat(armed.handshake(0))
                .isEqualTo(new HandshakeDecision(Armed.millis(7), new Outcome.Refuse(503, List.of(), "busy", "flt_3")));
        assertThat(armed.details()).containsExactly("handshake kept back for 3 ms", "handshake kept back for 4 ms",
                "handshake refused with 503");
    }

    @Test
    void aLinkThatIsDownComesBeforeAll() {
        Armed armed = Armed.with(BUSY,
                new Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), null, Legs.BOTH, Mode.CLOSE));

        assertThat(armed.handshake(Armed.seconds(1)).outcome()).isEqualTo(new Outcome.Drop(Mode.FIN, "flt_2"));
        assertThat(armed.handshake(Armed.seconds(2)).outcome()).isInstanceOf(Outcome.Refuse.class);
        assertThat(armed.details()).containsExactly("handshake dropped: the link is down",
                "handshake refused with 503");
    }

    @Test
    void onlyConnectionsInScopeAreAskedFor() {
        Armed armed = Armed.with(Fault.of(BUSY).on(FaultMatch.ANY.onPath("/elsewhere")));

        assertThat(armed.handshake(0)).isSameAs(HandshakeDecision.PASS);
        assertThat(Armed.with(Fault.of(BUSY).during(Duration.ofSeconds(1), null)).handshake(0))
                .isSameAs(HandshakeDecision.PASS);
    }
}
