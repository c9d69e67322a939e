package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Faults of upgrades, as the client sees them. */
class DisturbedHandshakesTest extends UnderFaults {
    private Raw upgrade() {
        return Raw.connect(Engines.port(t.engine)).upgrade("/raw");
    }

    @Test
    void refuseAnswersInsteadOfTheUpstream() {
        arm(new HandshakeFault.Refuse(429, List.of(new Header("Retry-After", "7")), "slow down"), FaultMatch.ANY);
        try (Raw refused = upgrade()) {
            assertThat(refused.head()).startsWith("HTTP/1.1 429 ").contains("Retry-After: 7");
            assertThat(refused.readTextToEnd()).isEqualTo("slow down");
        }
        assertThat(lastClose()).extracting(CloseInfo::by).isEqualTo(CloseInfo.By.FAULT);
    }

    @Test
    void dropEndsTheClientWithoutAnAnswer() {
        arm(new HandshakeFault.Drop(Mode.RST), FaultMatch.ANY);
        try (Raw dropped = upgrade()) {
            Assertions.assertThatThrownBy(dropped::readToEnd).hasMessageContaining("reset");
        }
    }

    @Test
    void aDelayedHandshakeSucceedsLater() {
        arm(new HandshakeFault.Delay(Duration.ofMillis(300)), FaultMatch.ANY);
        long start = System.nanoTime();
        try (Raw late = upgrade(); Raw upstream = t.upstreamAgain()) {
            assertThat(late.head()).startsWith("HTTP/1.1 101 ");
            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
            assertThat(upstream).isNotNull();
        }
    }

    @Test
    void dropEndsTheClientWithAFinWhenAsked() {
        String id = arm(new HandshakeFault.Drop(Mode.FIN), FaultMatch.ANY);
        try (Raw dropped = upgrade()) {
            assertThat(dropped.readToEnd()).isEmpty();
        }
        assertThat(lastClose()).extracting(CloseInfo::by, CloseInfo::fault).containsExactly(CloseInfo.By.FAULT, id);
    }

    @Test
    void aClientThatIsNeverAnsweredLeavesBecauseOfTheFault() throws Exception {
        String id = arm(new HandshakeFault.Hang(), FaultMatch.ANY);
        try (Raw hanging = upgrade()) {
            await().until(() -> fired().size() == 1);
            hanging.socket.setSoTimeout(300);
            Assertions.assertThatThrownBy(hanging::head).hasCauseInstanceOf(SocketTimeoutException.class);
        }
        assertThat(lastClose()).extracting(CloseInfo::by, CloseInfo::fault).containsExactly(CloseInfo.By.CLIENT, id);
    }

    @Test
    void aRefusalTellsItsStatusAndIsNoError() {
        arm(Fault.of(new HandshakeFault.Refuse(503, List.of(), "")).times(1));
        try (Raw refused = upgrade()) {
            assertThat(refused.head()).startsWith("HTTP/1.1 503 Service Unavailable").contains("Content-Length: 0");
        }
        lastClose();
        assertThat(Engines.events(t.engine, Event.HandshakeFailed.class)).singleElement()
                .extracting(Event.HandshakeFailed::status)
                .isEqualTo(503);
        try (Raw next = upgrade(); Raw upstream = t.upstreamAgain()) {
            assertThat(next.head()).as("the count is used up").startsWith("HTTP/1.1 101 ");
            assertThat(upstream).isNotNull();
        }
    }

    private CloseInfo lastClose() {
        await().until(() -> t.engine.connections().getLast().close() != null);
        return Objects.requireNonNull(t.engine.connections().getLast().close());
    }
}
