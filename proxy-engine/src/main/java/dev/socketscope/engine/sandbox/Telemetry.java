package dev.socketscope.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Made-up but plausible measurements of a small service: a random walk, repeatable by its generator's seed. */
final class Telemetry {
    private static final List<String> REGIONS = List.of("fra", "lhr", "iad", "sin");
    private static final List<String> ROUTES = List.of("orders", "carts", "users", "search", "prices", "images");
    private final RandomGenerator random;
    private final String region;
    private double load = 0.4;
    private long requests;
    private long sequence;

    Telemetry(RandomGenerator random) {
        this.random = random;
        this.region = REGIONS.get(random.nextInt(REGIONS.size()));
    }

    /**
     * The next sample.
     *
     * @param at milliseconds since the epoch
     * @param skipped samples that were left out so far because the client did not keep up
     */
    Map<String, Object> sample(long at, long skipped) {
        load = Math.clamp(load + random.nextGaussian() * 0.03 + (0.45 - load) * 0.02, 0.02, 0.99);
        long handled = Math.round(20 + load * 400 + random.nextInt(30));
        requests += handled;
        double median = 4 + load * load * 40 + random.nextDouble();
        return Json.object("seq", sequence++, "at", at, "region", region, "cpu", rounded(load * 100), "heapMiB",
                160 + Math.round(load * 300) + sequence % 40, "requests", requests, "perSecond", handled, "latencyMs",
                Json.object("p50", rounded(median), "p95", rounded(median * 2.6), "p99", rounded(median * 4.4)),
                "errors", random.nextInt(100) < 3 ? 1 + random.nextInt(4) : 0, "skipped", skipped);
    }

    /** Something that happened, in one of several shapes. */
    Map<String, Object> incident(long at) {
        return switch (random.nextInt(4)) {
            case 0 -> Json.object("type", "alert", "at", at, "severity", random.nextBoolean() ? "warning" : "critical",
                    "rule", "p99 over " + random.nextInt(100, 300) + " ms", "region", region, "since",
                    at - random.nextInt(90_000));
            case 1 ->
                Json.object("type", "log", "level", "info", "message", "cache warmed in " + random.nextInt(900) + " ms",
                        "fields", Json.object("shard", random.nextInt(16), "keys", random.nextInt(50_000)));
            case 2 ->
                Json.object("type", "scale", "region", region, "from", random.nextInt(2, 9), "to", random.nextInt(2, 9),
                        "reason", List.of("cpu", "queue", "schedule").get(random.nextInt(3)));
            default -> Json.object("type", "heartbeat", "uptime", at / 1_000 % 100_000, "peers", REGIONS);
        };
    }

    /** A table of all endpoints, as a dashboard asks for now and then: a few kilobytes. */
    Map<String, Object> report(long at) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            rows.add(Json.object("route", "/api/v1/" + ROUTES.get(i % ROUTES.size()) + "/" + i, "calls",
                    random.nextInt(5_000), "p99", rounded(5 + random.nextDouble() * 200), "status",
                    Json.object("2xx", random.nextInt(5_000), "4xx", random.nextInt(90), "5xx", random.nextInt(9))));
        }
        return Json.object("type", "report", "at", at, "region", region, "rows", rows);
    }

    /** Everything at once in MessagePack, as a collector would store it. */
    byte[] snapshot(long at) {
        List<Object> histogram = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            histogram.add(random.nextInt(2_000));
        }
        return MessagePack.bytes(Json.object("kind", "snapshot", "at", at, "region", region, "load", load, "requests",
                requests, "healthy", load < 0.95, "histogram", histogram));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
