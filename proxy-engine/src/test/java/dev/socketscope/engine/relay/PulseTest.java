package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.KeepAlive;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final Pulse pulse = new Pulse(KeepAlive.DEFAULT, 0);

    @Test
    void aDeadPeerIsNoticedWithinIntervalAndTimeouts() {
        assertThat(pulse.due(29 * SECOND)).isEqualTo(Pulse.Due.NOTHING);
        assertThat(pulse.due(30 * SECOND)).isEqualTo(Pulse.Due.PING);
        pulse.ping(1, 30 * SECOND);
        assertThat(pulse.due(39 * SECOND)).isEqualTo(Pulse.Due.NOTHING);
        assertThat(pulse.due(40 * SECOND)).isEqualTo(Pulse.Due.MISSED);
        assertThat(pulse.dead()).isFalse();
        pulse.ping(1, 40 * SECOND);
        assertThat(pulse.due(50 * SECOND)).isEqualTo(Pulse.Due.MISSED);
        assertThat(pulse.dead()).isTrue();
        assertThat(pulse.missed()).isEqualTo(2);
    }

    @Test
    void theRoundTripCountsFromTheKernel() {
        byte[] ping = pulse.ping(1, 30 * SECOND);
        pulse.sent(ping, 30 * SECOND + 500);
        assertThat(pulse.pong(ping, 30 * SECOND + 2_500)).isEqualTo(2_000);
        assertThat(pulse.dueNanos()).as("the next one an interval after this one").isEqualTo(60 * SECOND + 500);
    }

    @Test
    void aLatePongShowsLifeButMeasuresNothing() {
        byte[] first = pulse.ping(1, 30 * SECOND);
        pulse.due(40 * SECOND);
        byte[] second = pulse.ping(1, 40 * SECOND);
        assertThat(pulse.pong(first, 41 * SECOND)).isNegative();
        assertThat(pulse.missed()).isZero();
        assertThat(pulse.pong(second, 42 * SECOND)).isEqualTo(2 * SECOND);
    }

    @Test
    void aNewSocketOwesNothing() {
        pulse.ping(1, 30 * SECOND);
        pulse.due(40 * SECOND);
        pulse.restart(45 * SECOND);
        assertThat(pulse.missed()).isZero();
        assertThat(pulse.due(74 * SECOND)).isEqualTo(Pulse.Due.NOTHING);
        assertThat(pulse.due(75 * SECOND)).isEqualTo(Pulse.Due.PING);
    }
}
