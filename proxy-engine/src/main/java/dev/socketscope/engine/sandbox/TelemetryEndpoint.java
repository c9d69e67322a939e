package dev.socketscope.engine.sandbox;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;

/**
 * Ticks: {@code /ws/telemetry?hz=N} sends N samples a second, {@value #DEFAULT_HZ} by default, from {@value #MIN_HZ} to
 * {@value #MAX_HZ}. Now and then an incident, a snapshot in MessagePack or a larger report comes in place of a sample, and
 * a protocol ping beside it. A client that does not keep up misses samples; the next one says how many.
 */
final class TelemetryEndpoint implements Endpoint {
    static final int DEFAULT_HZ = 10;
    static final int MIN_HZ = 1;
    static final int MAX_HZ = 1_000;
    private static final String PROTOCOL = "json";
    private static final Pattern RATE = Pattern.compile("(?:^|&)hz=(-?\\d{1,9})(?:&|$)");
    private static final int INCIDENT_EVERY = 9;
    private static final int SNAPSHOT_EVERY = 40;
    private static final int REPORT_EVERY = 130;
    private static final long PING_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Timer timer;
    private final long seed;
    private final AtomicLong opened = new AtomicLong();

    TelemetryEndpoint(Timer timer, long seed) {
        this.timer = timer;
        this.seed = seed;
    }

    @Override
    public String path() {
        return "/ws/telemetry";
    }

    @Override
    public Optional<String> subprotocol(List<String> offered) {
        return offered.contains(PROTOCOL) ? Optional.of(PROTOCOL) : Optional.empty();
    }

    @Override
    public Session open(WebSocket socket, String query, String subprotocol) {
        Ticker ticker = new Ticker(socket, new Telemetry(new SplittableRandom(seed + opened.getAndIncrement())));
        return new Subscription(timer.every(Duration.ofSeconds(1).dividedBy(rate(query)), ticker::tick));
    }

    static int rate(String query) {
        Matcher asked = RATE.matcher(query);
        return asked.find() ? Math.clamp(Integer.parseInt(asked.group(1)), MIN_HZ, MAX_HZ) : DEFAULT_HZ;
    }

    /** Runs on the timer's thread only. */
    private static final class Ticker {
        private final Outbox outbox;
        private final Telemetry telemetry;
        private long ticks;
        private long skipped;
        private long pings;
        private long pingedAt = System.nanoTime();

        Ticker(WebSocket socket, Telemetry telemetry) {
            this.outbox = new Outbox(socket);
            this.telemetry = telemetry;
        }

        void tick() {
            if (!outbox.hasRoom()) {
                skipped++;
                return;
            }
            long now = System.currentTimeMillis();
            ticks++;
            if (ticks % REPORT_EVERY == 0) {
                outbox.json(telemetry.report(now));
            } else if (ticks % SNAPSHOT_EVERY == 0) {
                outbox.binary(telemetry.snapshot(now));
            } else if (ticks % INCIDENT_EVERY == 0) {
                outbox.json(telemetry.incident(now));
            } else {
                outbox.json(telemetry.sample(now, skipped));
            }
            pingNowAndThen();
        }

        private void pingNowAndThen() {
            if (System.nanoTime() - pingedAt >= PING_EVERY_NANOS) {
                pingedAt = System.nanoTime();
                outbox.ping("alive " + ++pings);
            }
        }
    }

    private record Subscription(Timer.Repeating ticking) implements Session {
        @Override
        public void text(String message) {
            // A ticker has nothing to ask.
        }

        @Override
        public void binary(ByteBuffer message) {
            // As for text.
        }

        @Override
        public void closed() {
            ticking.cancel();
        }
    }
}
