package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that take turns, each with faults of its own: none disturbs another. */
class SeveralConnectionsTest {
    private static final int MESSAGES = 60;
    private static final Duration LATE = Duration.ofMillis(400);

    private final ServerSocket listening = Raw.listen();
    private final LocalEngine engine = Engines.to(listening.getLocalPort());

    /** A connection to its own path, and how long the messages took that came through. */
    private final class Line implements Closeable {
        private final Raw client;
        private final Raw upstream;
        private final String id;

        Line(String path) {
            client = Raw.connect(Engines.port(engine)).upgrade(path);
            upstream = Raw.accept(listening);
            upstream.switchProtocols();
            client.head();
            id = engine.connections().getLast().id();
        }

        void arm(FaultSpec spec, FaultMatch match) {
            Engines.submit(engine, new Command.ArmFault(Fault.of(spec).on(match.onConnection(id))));
            await().until(() -> !connection().faults().isEmpty());
        }

        Connection connection() {
            return engine.connections().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        }

        List<FaultType> fired() {
            return Engines.events(engine, Event.FaultFired.class)
                    .stream()
                    .filter(e -> id.equals(e.connection()))
                    .map(Event.FaultFired::type)
                    .distinct()
                    .toList();
        }

        @Override
        public void close() {
            client.close();
            upstream.close();
        }
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        listening.close();
    }

    @Test
    void interleavedConnectionsKeepToTheirOwnFaults() {
        try (Line slow = new Line("/slow"); Line lossy = new Line("/lossy"); Line plain = new Line("/plain")) {
            slow.arm(new TransportFault.Latency(LATE, Duration.ZERO, Distribution.UNIFORM), UnderFaults.DOWN);
            lossy.arm(new MessageFault.Drop(), UnderFaults.DOWN.every(3, 0));
            long start = System.nanoTime();
            for (int i = 1; i <= MESSAGES; i++) {
                for (Line line : List.of(slow, lossy, plain)) {
                    line.upstream.send(fromUpstream("m" + i));
                }
                assertThat(WireText.read(plain.client).text()).isEqualTo("m" + i);
                if (i % 3 != 0) {
                    assertThat(WireText.read(lossy.client).text()).isEqualTo("m" + i);
                }
                if (i == 1) {
                    assertThat(WireText.read(slow.client).text()).isEqualTo("m1");
                    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(LATE.toNanos());
                }
            }
            List<String> rest = IntStream.rangeClosed(2, MESSAGES)
                    .mapToObj(_ -> WireText.read(slow.client).text())
                    .toList();
            assertThat(rest).isEqualTo(IntStream.rangeClosed(2, MESSAGES).mapToObj(i -> "m" + i).toList());
            assertThat(slow.fired()).containsExactly(FaultType.LATENCY);
            assertThat(lossy.fired()).containsExactly(FaultType.DROP);
            assertThat(plain.fired()).isEmpty();
            assertThat(plain.connection().faults()).isEmpty();
        }
    }

    /** While one message of the slow line is on its way, all of the other lines' come and go. */
    @Test
    void aDelayOnOneConnectionIsNotFeltOnAnother() {
        try (Line slow = new Line("/slow"); Line plain = new Line("/plain")) {
            slow.arm(new MessageFault.Delay(Duration.ofMinutes(5), Duration.ZERO), UnderFaults.DOWN);
            slow.upstream.send(fromUpstream("late"));
            for (int i = 0; i < MESSAGES; i++) {
                plain.upstream.send(fromUpstream("m" + i));
                assertThat(WireText.read(plain.client).text()).isEqualTo("m" + i);
            }
            assertThat(plain.connection().toClient().messages()).isEqualTo(MESSAGES);
            Engines.submit(engine, new Command.DisarmAll());
            assertThat(WireText.read(slow.client).text()).isEqualTo("late");
        }
    }
}
