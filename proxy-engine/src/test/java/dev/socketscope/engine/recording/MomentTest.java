package dev.socketscope.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording shows how things stood at a moment, there and back. */
class MomentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir
    private Path folder = Path.of("");
    private final EchoTunnel tunnel = new EchoTunnel();
    private final LocalEngine engine = tunnel.engine;

    @AfterEach
    void close() {
        tunnel.close();
    }

    /** One connection says a word, then another one comes, then the first one ends. */
    private Path recorded() throws Exception {
        Path file = folder.resolve("session.sockets");
        try (Recorder recorder = Recorder.start(engine, engine.captured(), file, Recorder.Bounds.DEFAULT)) {
            WebSocket first = tunnel.connect("/echo");
            first.sendText("one", true).get();
            await().atMost(PATIENCE).until(() -> captured() >= 2);
            WebSocket second = tunnel.connect("/echo");
            second.sendText("two", true).get();
            await().atMost(PATIENCE).until(() -> captured() >= 4);
            first.sendClose(1000, "enough").get();
            await().atMost(PATIENCE).until(() -> engine.connections().stream().anyMatch(c -> !c.live()));
            long all = engine.counters().framesCaptured();
            await().atMost(PATIENCE).until(() -> recorder.status().frames() >= all);
            engine.close();
        }
        return file;
    }

    private long captured() {
        return engine.connections().stream().mapToLong(c -> c.toClient().messages() + c.toUpstream().messages()).sum();
    }

    private static Instant at(Recording recording, Class<? extends Event> type, int index) {
        return recording.history().stream().filter(type::isInstance).skip(index).findFirst().orElseThrow().at();
    }

    @Test
    void everythingStandsAsItStoodThen() throws Exception {
        try (Recording recording = Recording.open(recorded());
                FrameView echoed = recording.frames(new FrameQuery(Set.of(), "two"))) {
            await().atMost(PATIENCE).until(() -> echoed.pending() == 0 && echoed.endRow() == 2);
            Instant secondCame = recording.connections().get(1).openedAt().minusNanos(1_000);

            recording.go(secondCame);

            assertThat(recording.moment()).isEqualTo(secondCame);
            assertThat(recording.connections()).hasSize(1);
            Connection first = recording.connections().getFirst();
            assertThat(first.state()).isEqualTo(Connection.State.OPEN);
            assertThat(first.close()).isNull();
            assertThat(first.toUpstream().messages()).isEqualTo(1);
            assertThat(first.toUpstream().bytes()).as("a masked frame with three bytes").isGreaterThanOrEqualTo(9);
            assertThat(first.toClient().messages()).isEqualTo(1);
            assertThat(recording.counters().activeConnections()).isEqualTo(1);
            assertThat(recording.events(0, 1_000).events()).noneMatch(event -> event.at().isAfter(secondCame))
                    .hasSizeLessThan(recording.history().size());
            assertThat(echoed.endRow()).as("nobody had said it yet").isZero();

            recording.go(at(recording, Event.ConnectionClosed.class, 0).minusNanos(1_000));
            await().atMost(PATIENCE).until(() -> echoed.pending() == 0 && echoed.endRow() == 2);
            assertThat(recording.connections()).hasSize(2);

            recording.go(recording.end());
            assertThat(recording.connections()).noneMatch(Connection::live);
        }
    }

    @Test
    void aMomentBeforeTheBeginAndOneAfterTheEndLeadToThese() throws Exception {
        try (Recording recording = Recording.open(recorded())) {
            recording.go(Instant.EPOCH);
            assertThat(recording.moment()).isEqualTo(recording.begin());
            assertThat(recording.counters().toClient().frames()).isZero();
            recording.go(Instant.MAX);
            assertThat(recording.moment()).isEqualTo(recording.end());
        }
    }
}
