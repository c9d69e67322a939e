package dev.socketscope.engine.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A small team at work on the demo sandbox, seen from its browsers: through an engine's listener come a hot-reloading page,
 * telemetry walls, a chat, a shop's subscriptions, an archive that compresses, someone who comes and goes, and someone who
 * is turned away. About thirty messages a second. The same seed gives the same behaviour. An engine that stops is no error:
 * they try again, ever more seldom, until closed. All threads are daemons.
 */
public final class DemoClients implements AutoCloseable {
    private static final long DEFAULT_SEED = 4_711L;
    private static final Duration BETWEEN_ARRIVALS = Duration.ofMillis(180);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(5);

    private final SerialThread thread = new SerialThread("demo-clients");
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<DemoVisitor> visitors = new ArrayList<>();

    private DemoClients(URI engine, long seed) {
        Random random = new Random(seed);
        for (DemoRole role : roles(random)) {
            visitors.add(new DemoVisitor(engine, role, thread, http, new Random(random.nextLong())));
        }
        for (int i = 0; i < visitors.size(); i++) {
            thread.after(BETWEEN_ARRIVALS.multipliedBy(i), visitors.get(i)::connect);
        }
    }

    private static List<DemoRole> roles(Random random) {
        return List.of(new HmrPageRole(), new TelemetryRole(8), new ChatterRole(new Random(random.nextLong())),
                new GraphQlRole(), new TelemetryRole(4), new ChatRole("mira", new Random(random.nextLong())),
                new ArchiveRole(new Random(random.nextLong())), new CommuterRole(new Random(random.nextLong())),
                new ChatRole("jonas", new Random(random.nextLong())), new StrangerRole("/ws/private"),
                new TelemetryRole(1), new StrangerRole("/ws/retired"));
    }

    /**
     * Begins to connect; returns at once.
     *
     * @param engine the listener's address, {@code http://host:port}
     */
    public static DemoClients start(URI engine) {
        return start(engine, DEFAULT_SEED);
    }

    /** As {@link #start(URI)}, with a seed of the caller's choice. */
    public static DemoClients start(URI engine, long seed) {
        return new DemoClients(engine, seed);
    }

    /** Closes every connection with 1001; what has not ended within half a second is cut. */
    @Override
    public void close() {
        thread.close();
        visitors.forEach(DemoVisitor::leave);
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        while (!visitors.stream().allMatch(DemoVisitor::gone) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        visitors.forEach(DemoVisitor::cut);
        http.shutdownNow();
    }
}
