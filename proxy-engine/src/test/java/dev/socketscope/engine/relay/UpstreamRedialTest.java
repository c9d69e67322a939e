package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Reply;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The plan by which a lost upstream is dialled, its end, and what a person can do about it. */
class UpstreamRedialTest {
    @Test
    void thePlanIsVisible() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            Connection.Away away = UpstreamLosses.lose(t);
            assertThat(away.leg()).isEqualTo(Leg.UPSTREAM);
            assertThat(away.attempt()).isEqualTo(1);
            assertThat(away.maxAttempts()).isEqualTo(10);
            assertThat(Duration.between(away.since(), Objects.requireNonNull(away.next()))).isBetween(
                    Duration.ofSeconds(19), Duration.ofSeconds(27));
            Event.ReconnectPlanned planned = Engines.events(t.engine, Event.ReconnectPlanned.class).getFirst();
            assertThat(planned.delay()).isEqualTo(Duration.ofSeconds(20));
            assertThat(planned.jitter()).isEqualTo(Duration.ofSeconds(6));
        }
    }

    @Test
    void attemptsUsedUpEndTheClientWith1012WhenARestartWasSeen() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.attempts(3))) {
            t.stopListening();
            t.upstream.reset();
            assertThat(WireText.read(t.client).close())
                    .isEqualTo("1012 the upstream did not come back: 3 attempts failed");
            assertThat(Engines.events(t.engine, Event.ReconnectFailed.class)).hasSize(3)
                    .allMatch(e -> e.reason().contains("refused"));
            t.client.close();
            await().until(() -> !t.connection().live());
            assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::code)
                    .containsExactly(CloseInfo.By.ENGINE, 1012);
        }
    }

    @Test
    void attemptsUsedUpEndTheClientWith1011WhenTheServerWasThereButUnwilling() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.attempts(2))) {
            t.upstream.reset();
            for (int i = 0; i < 2; i++) {
                try (Raw again = t.dialled()) {
                    again.head();
                    again.send("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                }
            }
            assertThat(WireText.read(t.client).close()).startsWith("1011 ");
            assertThat(Engines.events(t.engine, Event.ReconnectFailed.class))
                    .allMatch(e -> e.reason().contains("503 Busy"));
        }
    }

    @Test
    void givingUpEndsTheClientAtOnce() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
            assertThat(Engines.submit(t.engine, new Command.GiveUp(t.connection().id())))
                    .isInstanceOf(Reply.Done.class);
            assertThat(WireText.read(t.client).close()).isEqualTo("1011 given up on request");
            assertThat(Engines.submit(t.engine, new Command.GiveUp(t.connection().id())))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void aChangedScheduleAppliesAtOnce() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
            Engines.submit(t.engine, new Command.ChangeSchedule(t.connection().id(), UpstreamLosses.SOON));
            try (Raw next = t.upstreamAgain()) {
                t.client.send(fromClient("hello"));
                assertThat(WireText.read(next).text()).isEqualTo("hello");
            }
        }
    }

    @Test
    void retryingIsRefusedWhileNothingIsAway() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            assertThat(Engines.submit(t.engine, new Command.RetryNow(t.connection().id())))
                    .isInstanceOf(Reply.Refused.class);
        }
    }
}
