package dev.socketscope.engine.prometheus;

import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service levels, as far as metrics of an engine of Socketscope, or of an Envoy, can tell them, over all that a history holds. What
 * counters had before the first scrape does not count. As in the engine nothing is extrapolated: the missing part of an hour was quiet.
 */
public final class LevelEstimates {
    /** Samples that an alert needs: with fewer a single failure would raise it. */
    private static final double LEAST = 50;

    private final History history;

    private LevelEstimates(History history) {
        this.history = history;
    }

    /** All four, in the order of their kinds. */
    public static List<LevelEstimate> of(History history) {
        LevelEstimates estimates = new LevelEstimates(history);
        return Stream.of(Kind.values()).map(estimates::estimate).toList();
    }

    private LevelEstimate estimate(Kind kind) {
        return switch (kind) {
            case CONNECTION_SUCCESS -> has("socketscope_handshakes_total") ? handshakes() : envoyConnects();
            case RECONNECTIONS -> reconnections();
            case MESSAGE_LATENCY -> latency();
            case PING_PONG -> pings();
        };
    }

    private LevelEstimate handshakes() {
        String name = "socketscope_handshakes_total";
        double good = increase(name, Map.of("result", "ok"));
        return share(Kind.CONNECTION_SUCCESS, good, increase(name, Map.of()) - good, true);
    }

    /** Attempts to reach the upstream, which is what Envoy counts when an upgrade fails. */
    private LevelEstimate envoyConnects() {
        String all = "envoy_cluster_upstream_cx_total";
        double bad = increase("envoy_cluster_upstream_cx_connect_fail", Map.of());
        return share(Kind.CONNECTION_SUCCESS, Math.max(0, increase(all, Map.of()) - bad), bad, has(all));
    }

    private LevelEstimate reconnections() {
        double back = increase("websocket_reconnections_total", Map.of());
        double open = history.family("websocket_active_connections").map(this::mean).orElse(Double.NaN);
        boolean known = has("websocket_reconnections_total") && has("websocket_active_connections");
        return estimate(Kind.RECONNECTIONS, open > 0 || back > 0 ? back / Math.max(1, open) : Double.NaN, LEAST, known);
    }

    private LevelEstimate latency() {
        Optional<FamilyHistory> family = history.family("socketscope_time_in_proxy_seconds");
        Optional<Buckets.Spread> spread = family
                .map(each -> Buckets.of(each, Map.of()).between(history.first(), history.last()));
        return estimate(Kind.MESSAGE_LATENCY, spread.map(each -> each.quantile(0.99) * 1_000).orElse(Double.NaN),
                spread.map(Buckets.Spread::total).orElse(0.0), family.isPresent());
    }

    private LevelEstimate pings() {
        double missed = increase("socketscope_missed_pongs_total", Map.of());
        double all = increase("socketscope_pings_total", Map.of());
        return share(Kind.PING_PONG, Math.max(0, all - missed), missed, has("socketscope_pings_total"));
    }

    private LevelEstimate share(Kind kind, double good, double bad, boolean known) {
        return estimate(kind, good + bad > 0 ? 100 * good / (good + bad) : Double.NaN, good + bad, known);
    }

    private static LevelEstimate estimate(Kind kind, double value, double samples, boolean known) {
        boolean alerting = samples >= LEAST && kind.isAlarming(value);
        return new LevelEstimate(new ServiceLevel(kind, value, Math.round(samples), alerting), known);
    }

    private boolean has(String name) {
        return history.family(name).isPresent();
    }

    private double increase(String name, Map<String, String> labels) {
        return history.family(name)
                .stream()
                .flatMap(family -> family.named(name, labels).stream())
                .mapToDouble(e -> e.getValue().increase(history.first(), history.last()))
                .sum();
    }

    private double mean(FamilyHistory family) {
        return Curves.of(family, Reading.VALUE, Map.of(), history.first(), history.last())
                .stream()
                .mapToDouble(curve -> mean(curve.points()))
                .sum();
    }

    private static double mean(Points points) {
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            sum += points.value(i);
        }
        return points.size() == 0 ? 0 : sum / points.size();
    }
}
