package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Upgrades fail while a link is down. */
class HandshakeWhileDownTest {
    @ParameterizedTest
    @CsvSource({"CLIENT,RST,RST", "BOTH,FIN,FIN", "BOTH,CLOSE,FIN"})
    void aClientWhoseLinkIsDownIsNotAnswered(Legs legs, Mode mode, Mode seen) {
        Armed armed = Armed.with(new EndingFault.Cut(legs, mode, 1001, ""));

        assertThat(armed.handshake(0).outcome()).isEqualTo(new Outcome.Drop(seen, "flt_1"));
        assertThat(armed.details()).containsExactly("handshake dropped: the link is down");
    }

    @Test
    void aClientWhoseOwnLinkIsUpIsToldThatTheUpstreamsIsDown() {
        Armed armed = Armed.with(new EndingFault.Cut(Legs.UPSTREAM, Mode.RST, 1001, ""));

        assertThat(armed.handshake(0).outcome()).isInstanceOfSatisfying(Outcome.Refuse.class, refuse -> {
            assertThat(refuse.status()).isEqualTo(502);
            assertThat(refuse.body()).contains("flt_1");
        });
        assertThat(armed.details()).containsExactly("handshake refused: the link to the upstream is down");
    }

    @Test
    void everyUpgradePassesAsSoonAsTheLinkIsUp() {
        Armed armed = Armed.with(new EndingFault.Flap(Duration.ofSeconds(2), Duration.ofSeconds(10), null, Legs.BOTH,
                Mode.FIN));

        assertThat(armed.handshake(Armed.seconds(2) - 1).outcome()).isInstanceOf(Outcome.Drop.class);
        assertThat(armed.handshake(Armed.seconds(2))).isSameAs(HandshakeDecision.PASS);
        assertThat(armed.handshake(Armed.seconds(10)).outcome()).isInstanceOf(Outcome.Drop.class);
        assertThat(armed.firings).hasSize(2);
    }
}
