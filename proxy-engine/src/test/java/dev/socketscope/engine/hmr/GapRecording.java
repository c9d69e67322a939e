package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Event.Settlement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One gap as a real Vite and a real React project went through it: what the page had loaded, what was edited while it was away, what
 * the server answers afterwards, and what it told a page that was there all the time.
 */
final class GapRecording {
    private static final JsonNode ALL = Transcript.resource("vite-gaps.json");
    static final long NOW = 1_800_000_000_000L;

    final ModuleTable table = new ModuleTable();
    final String token;
    private final JsonNode scenario;
    private final Map<String, GapSettler.Answer> answers = new LinkedHashMap<>();
    private String tokenNow;

    GapRecording(String name) {
        scenario = ALL.path("scenarios").path(name);
        token = scenario.path("token").asString();
        tokenNow = scenario.path("tokenNow").asString();
        table.begin();
        load(ALL.path("pages").path(scenario.path("page").asString()));
        load(scenario.path("fetched"));
        for (JsonNode answer : scenario.path("answers")) {
            answers.put(answer.path("url").asString(), answer(answer));
        }
    }

    static List<String> names() {
        return new ArrayList<>(ALL.path("scenarios").propertyNames());
    }

    private void load(JsonNode loaded) {
        for (JsonNode each : loaded) {
            load(each.path("url").asString(), answer(each));
        }
    }

    /** The page gets an answer. */
    void load(String url, GapSettler.Answer answer) {
        if (answer.status() == 200 && ModuleTable.matters(url, answer.contentType(), answer.etag())) {
            table.loaded(url, answer.contentType(), answer.etag(), answer.body());
        }
    }

    private static GapSettler.Answer answer(JsonNode json) {
        return new GapSettler.Answer(json.path("status").asInt(), json.path("type").asString(),
                json.path("etag").asString(), json.path("body").asString().getBytes(StandardCharsets.UTF_8));
    }

    void answersWith(String url, int status) {
        answers.put(url, new GapSettler.Answer(status, "text/plain", "", new byte[0]));
    }

    void restarts() {
        tokenNow = "another";
    }

    GapSettler settler() {
        return new GapSettler(table);
    }

    GapSettler.Decision settle() {
        return settle(settler());
    }

    GapSettler.Decision settle(GapSettler settler) {
        settler.tokens(token, tokenNow);
        for (GapSettler.Question question : settler.questions()) {
            settler.answered(question, answers.getOrDefault(question.url(),
                    new GapSettler.Answer(304, "", question.etag(), new byte[0])));
        }
        return settler.decide(NOW);
    }

    /** The page does what it was told: it fetches what has changed, and the reload everything. */
    void apply(GapSettler.Decision decision) {
        if (decision.settlement() != Settlement.NOTHING) {
            answers.forEach((url, answer) -> load(url + (url.contains("?") ? "&" : "?") + "t=" + NOW, answer));
        }
    }

    /** What Vite told a page that was not away, as {@link #lines} tells it. */
    TreeSet<String> told() {
        TreeSet<String> lines = new TreeSet<>();
        scenario.path("said").forEach(message -> lines.addAll(lines(message)));
        return lines;
    }

    /** The updates that a message holds, without their time stamps. */
    static TreeSet<String> lines(JsonNode message) {
        if (message.path("type").asString().equals("full-reload")) {
            return new TreeSet<>(List.of("full-reload"));
        }
        TreeSet<String> lines = new TreeSet<>();
        for (JsonNode u : message.path("updates")) {
            lines.add(u.path("type").asString() + Stream.of("path", "acceptedPath")
                    .map(field -> " " + u.path(field).asString().replace("?direct", ""))
                    .reduce("", String::concat) + (u.path("explicitImportRequired").asBoolean(false) ? " explicit" : "")
                    + (u.path("isWithinCircularImport").asBoolean(false) ? " circular" : ""));
        }
        return lines;
    }
}
