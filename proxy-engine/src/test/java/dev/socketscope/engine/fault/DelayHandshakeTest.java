package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Upgrades are kept back. */
class DelayHandshakeTest {
    @Test
    void theUpstreamIsAskedLaterAsOftenAsCounted() {
        Armed armed = Armed.with(Fault.of(new HandshakeFault.Delay(Duration.ofMillis(3))).times(1));

        assertThat(armed.handshake(0)).isEqualTo(new HandshakeDecision(Armed.millis(3), new Outcome.Pass()));
        assertThat(armed.handshake(0)).isSameAs(HandshakeDecision.PASS);
        assertThat(armed.details()).containsExactly("handshake kept back for 3 ms");
    }
}
