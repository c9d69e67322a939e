package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Upgrades are answered in the upstream's place. */
class RefuseTest {
    private static final List<Header> LATER = List.of(new Header("Retry-After", "3"));
    private static final HandshakeFault BUSY = new HandshakeFault.Refuse(503, LATER, "busy");

    private static List<Boolean> refusals(Armed armed, int handshakes) {
        return IntStream.range(0, handshakes)
                .mapToObj(_ -> armed.handshake(0).outcome() instanceof Outcome.Refuse)
                .toList();
    }

    @Test
    void theAnswerIsAsAskedFor() {
        Armed armed = Armed.with(BUSY);

        assertThat(armed.handshake(0))
                .isEqualTo(new HandshakeDecision(0, new Outcome.Refuse(503, LATER, "busy", "flt_1")));
        assertThat(armed.details()).containsExactly("handshake refused with 503");
    }

    @Test
    void countEveryNthAndSkipCountHandshakes() {
        Armed armed = Armed.with(Fault.of(BUSY).on(FaultMatch.ANY.every(2, 1)).times(2));

        assertThat(refusals(armed, 9)).containsExactly(false, false, true, false, true, false, false, false, false);
        assertThat(armed.firings).extracting(Firing::last).containsExactly(false, true);
    }

    @Test
    void theSameSeedRefusesTheSameHandshakes() {
        Fault half = Fault.of(BUSY).likely(0.5, 5);
        List<Boolean> first = refusals(Armed.with(half), 100);

        assertThat(refusals(Armed.with(half), 100)).isEqualTo(first);
        assertThat(first.stream().filter(refused -> refused).count()).isBetween(30L, 70L);
        assertThat(refusals(Armed.with(Fault.of(BUSY).likely(0.5, 6)), 100)).isNotEqualTo(first);
    }
}
