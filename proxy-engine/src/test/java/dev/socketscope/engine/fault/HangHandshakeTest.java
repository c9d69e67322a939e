package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import org.junit.jupiter.api.Test;

/** Upgrades are not answered. */
class HangHandshakeTest {
    @Test
    void nobodyAnswersAsOftenAsCounted() {
        Armed armed = Armed.with(Fault.of(new HandshakeFault.Hang()).times(1));

        assertThat(armed.handshake(0)).isEqualTo(new HandshakeDecision(0, new Outcome.Hang("flt_1")));
        assertThat(armed.handshake(0)).isSameAs(HandshakeDecision.PASS);
        assertThat(armed.details()).containsExactly("handshake left without an answer");
    }
}
