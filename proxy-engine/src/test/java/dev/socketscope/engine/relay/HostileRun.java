package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends malformed bytes through an engine, a tenth of them handshakes, and looks at what is left. */
final class HostileRun {
    private static final int AT_A_TIME = 8;
    private static final int HANDSHAKES_A_ROUND = 50;

    private static final Timing QUICK = new Timing(Duration.ofSeconds(5), Duration.ofMillis(500),
            Duration.ofMillis(500));

    private HostileRun() {}

    /** Keeps what is logged as an error or a warning anywhere in the process. */
    private static final class Complaints extends Handler {
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                told.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /**
     * @param malformed handshakes and frames together, at least
     * @param seed of all that is random
     */
    static void of(long malformed, long seed) throws Exception {
        Complaints complaints = new Complaints();
        Logger.getLogger("").addHandler(complaints);
        try (Leaks leaks = new Leaks(); ServerSocket upstream = Raw.listen()) {
            leaks.watch();
            HostileBytes.serve(upstream, seed);
            try (LocalEngine engine = LocalEngine.start(Engines.config(Engines.LIMITS,
                    Route.toEverything("http://127.0.0.1:" + upstream.getLocalPort()).with(TunnelPolicy.PASSIVE)),
                    Transport.best(), QUICK)) {
                send(malformed, seed, Engines.port(engine));
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    assertThat(engine.counters().activeConnections()).isZero();
                    assertThat(engine.context().registry().tunnels()).isEmpty();
                });
                assertThat(engine.counters().totalConnections()).isPositive();
            }
            assertThat(leaks.collect()).as("seed " + seed).isEmpty();
            assertThat(complaints.told).as("seed " + seed).isEmpty();
        } finally {
            Logger.getLogger("").removeHandler(complaints);
        }
    }

    private static void send(long malformed, long seed, int port) throws Exception {
        HostileBytes peers = new HostileBytes();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                Random random = new Random(seed * 31 + i);
                running.add(threads.submit(() -> {
                    while (peers.sent() < malformed) {
                        round(peers, port, random);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private static void round(HostileBytes peers, int port, Random random) throws IOException {
        for (int i = 0; i < HANDSHAKES_A_ROUND; i++) {
            peers.handshake(port, random);
        }
        peers.frames(port, random);
    }
}
