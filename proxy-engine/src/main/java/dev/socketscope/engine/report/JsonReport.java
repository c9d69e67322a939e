package dev.socketscope.engine.report;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.scenario.Client;
import dev.socketscope.engine.scenario.Closed;
import dev.socketscope.engine.scenario.DeadPeer;
import dev.socketscope.engine.scenario.Loss;
import dev.socketscope.engine.scenario.Observation;
import dev.socketscope.engine.scenario.Reload;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as JSON. {@code scenario}, {@code seed}, {@code steps} and the words of {@code expectations} depend on the file alone; everything
 * else was measured. Times are milliseconds from the start of the clock, spans milliseconds.
 */
public final class JsonReport {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Report report;
    private final Observation seen;

    private JsonReport(Report report) {
        this.report = report;
        this.seen = report.observation();
    }

    public static String of(Report report) {
        return MAPPER.writeValueAsString(new JsonReport(report).all()) + "\n";
    }

    private Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", report.scenario().name());
        all.put("about", report.scenario().about());
        all.put("seed", report.scenario().seed());
        all.put("passed", report.passed());
        all.put("interrupted", report.interrupted());
        all.put("startedAt", seen.started().toString());
        all.put("durationMillis", seen.took().toMillis());
        all.put("steps", report.steps().stream().map(JsonReport::step).toList());
        all.put("expectations", report.verdicts().stream().map(JsonReport::verdict).toList());
        all.put("clients", seen.clients().stream().map(JsonReport::client).toList());
        all.put("losses", seen.losses().stream().map(this::loss).toList());
        all.put("closes", seen.closes().stream().map(this::close).toList());
        all.put("messagesLost", ordered("total", seen.messages().total(), "byCause", seen.messages().lost(), "unknown",
                seen.messages().unknown()));
        all.put("reloads", seen.reloads().stream().map(this::reload).toList());
        all.put("deadPeers", seen.deadPeers().stream().map(this::deadPeer).toList());
        all.put("metrics", seen.metrics());
        all.put("missedEvents", seen.missed());
        return all;
    }

    private static Map<String, Object> step(Report.Done step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", step.at().toMillis());
        json.put("did", step.what());
        if (step.seed() != 0) {
            json.put("seed", step.seed());
        }
        if (!step.problem().isEmpty()) {
            json.put("problem", step.problem());
        }
        return json;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        return ordered("expectation", verdict.expectation().text(), "outcome", Names.of(verdict.outcome()),
                "observed", verdict.observed());
    }

    private static Map<String, Object> client(Client client) {
        Map<String, Object> json = ordered("path", client.path(), "connections", client.connections(), "attemptGaps",
                client.gaps().stream().map(gap -> Math.round(gap * 1_000)).toList());
        if (client.pattern() != null) {
            json.put("backoff", client.pattern().wireName());
        }
        return json;
    }

    private Map<String, Object> loss(Loss loss) {
        return ordered("connection", loss.connection(), "path", loss.path(), "at", at(loss.at()), "cause", loss.cause(),
                "by", Names.of(loss.by()), "attempts", loss.attempts(), "backAfter", millis(loss.back()), "waited",
                loss.waited().toMillis());
    }

    private Map<String, Object> close(Closed closed) {
        return ordered("connection", closed.connection(), "path", closed.path(), "at", at(closed.at()), "code",
                closed.close().code(), "by", Names.of(closed.close().by()), "manner",
                Names.of(closed.close().manner()), "reason", closed.close().reason(), "fault",
                closed.close().fault());
    }

    private Map<String, Object> reload(Reload reload) {
        return ordered("connection", reload.connection(), "path", reload.path(), "at", at(reload.at()), "how",
                reload.how());
    }

    private Map<String, Object> deadPeer(DeadPeer peer) {
        return ordered("connection", peer.connection(), "path", peer.path(), "fault", peer.fault(), "since",
                at(peer.since()), "noticedAfter", millis(peer.noticed()), "how", peer.how(), "silent",
                peer.silent().toMillis());
    }

    private long at(Instant moment) {
        return Duration.between(seen.started(), moment).toMillis();
    }

    private static @Nullable Long millis(@Nullable Duration span) {
        return span == null ? null : (Long) span.toMillis();
    }

    /** @param keysAndValues in turn; a value may be null */
    private static Map<String, Object> ordered(@Nullable Object... keysAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                json.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return json;
    }
}
