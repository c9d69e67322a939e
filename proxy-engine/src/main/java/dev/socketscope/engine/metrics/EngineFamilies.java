package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.metrics.Family.Type;
import java.util.Map;
import java.util.TreeMap;

/** The {@code socketscope_*} metrics: what this engine measures and does. */
final class EngineFamilies {
    private static final Family BUILD = Family.of("socketscope_build_info", Type.INFO, "Version of the engine");
    private static final Family HANDSHAKES = Family.of("socketscope_handshakes_total", Type.COUNTER,
            "Upgrades that reached 101 (ok), got another status (refused) or no valid answer (failed)");
    private static final Family HANDSHAKE = seconds("socketscope_handshake_duration_seconds",
            "Time from accepting a client to forwarding the 101");
    private static final Family RTT = seconds("socketscope_rtt_seconds", "Round trips of the engine's pings");
    private static final Family IN_PROXY = seconds("socketscope_time_in_proxy_seconds",
            "Time that messages received from clients and sent to clients spent in the engine");
    private static final Family PINGS = Family.of("socketscope_pings_total", Type.COUNTER, "Pings sent by the engine");
    private static final Family MISSED_PONGS = Family.of("socketscope_missed_pongs_total", Type.COUNTER,
            "Pings of the engine that were not answered in time");
    private static final Family BUFFERED = Family.of("socketscope_buffered_messages", Type.GAUGE,
            "Messages that wait for a peer");
    private static final Family DROPPED = Family.of("socketscope_dropped_messages_total", Type.COUNTER,
            "Messages that were lost because a bound was reached or their connection ended");
    private static final Family FAULTS = Family.of("socketscope_faults_fired_total", Type.COUNTER,
            "How often armed faults acted");
    private static final Family JOURNAL = new Family("socketscope_journal_bytes", Type.GAUGE, "bytes",
            "Memory that captured frames occupy");
    private static final Family EVICTED = Family.of("socketscope_journal_evicted_frames_total", Type.COUNTER,
            "Captured frames that were dropped to stay within the bound");
    private static final Family HTTP = Family.of("socketscope_http_requests_total", Type.COUNTER,
            "Plain HTTP exchanges begun");

    private EngineFamilies() {}

    static void write(MetricsReading reading, Exposition out) {
        out.family(BUILD).sample(BUILD.name(), 1, new Label("version", reading.version()));
        handshakes(reading.handshakes(), out);
        histograms(reading.histograms(), out);
        counters(reading.counters(), out);
        faults(reading.faultsFired(), out);
    }

    private static void handshakes(MetricsReading.Handshakes handshakes, Exposition out) {
        out.family(HANDSHAKES)
                .sample(HANDSHAKES.name(), handshakes.ok(), new Label("result", "ok"))
                .sample(HANDSHAKES.name(), handshakes.refused(), new Label("result", "refused"))
                .sample(HANDSHAKES.name(), handshakes.failed(), new Label("result", "failed"));
    }

    private static void histograms(HubSnapshot histograms, Exposition out) {
        out.family(HANDSHAKE).histogram(HANDSHAKE.name(), histograms.handshake());
        out.family(RTT);
        for (Leg leg : Leg.values()) {
            out.histogram(RTT.name(), histograms.rtt(leg), new Label("leg", Names.of(leg)));
        }
        out.family(IN_PROXY);
        for (Direction direction : Direction.values()) {
            out.histogram(IN_PROXY.name(), histograms.inProxy(direction), Label.of(direction));
        }
    }

    private static void counters(Counters counters, Exposition out) {
        out.single(PINGS, counters.upkeep().pings());
        out.single(MISSED_PONGS, counters.upkeep().missedPongs());
        out.single(BUFFERED, counters.upkeep().buffered());
        out.single(DROPPED, counters.upkeep().dropped());
        out.single(JOURNAL, counters.captureBytes());
        out.single(EVICTED, counters.framesEvicted());
        out.single(HTTP, counters.httpRequests());
    }

    /** Sorted, because the order of samples must not change from scrape to scrape. */
    private static void faults(Map<String, Long> fired, Exposition out) {
        out.family(FAULTS);
        new TreeMap<>(fired).forEach((type, times) -> out.sample(FAULTS.name(), times, new Label("type", type)));
    }

    private static Family seconds(String name, String help) {
        return new Family(name, Type.HISTOGRAM, "seconds", help);
    }
}
