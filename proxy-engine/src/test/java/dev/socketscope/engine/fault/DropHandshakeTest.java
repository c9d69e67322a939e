package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TCP connections end in place of an answer to the upgrade. */
class DropHandshakeTest {
    @ParameterizedTest
    @CsvSource({"FIN,handshake dropped with fin", "RST,handshake dropped with rst"})
    void theConnectionEndsAsAskedForAsOftenAsCounted(Mode mode, String told) {
        Armed armed = Armed.with(Fault.of(new HandshakeFault.Drop(mode)).times(1));

        assertThat(armed.handshake(0)).isEqualTo(new HandshakeDecision(0, new Outcome.Drop(mode, "flt_1")));
        assertThat(armed.handshake(0)).isSameAs(HandshakeDecision.PASS);
        assertThat(armed.details()).containsExactly(told);
    }
}
