package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real dev server and a real page said, step by step. */
final class Transcript {
    static final List<String> TOOLS = List.of("vite", "webpack5", "webpack6", "next", "next-webpack", "parcel");

    /** One message and the socket that it came over. */
    record Said(int socket, Direction direction, JsonNode message) {}

    private final JsonNode root;

    private Transcript(JsonNode root) {
        this.root = root;
    }

    static Transcript of(String tool) {
        return new Transcript(resource(tool + ".json"));
    }

    static JsonNode resource(String name) {
        try (InputStream in = Objects.requireNonNull(Transcript.class.getResourceAsStream("/hmr/" + name))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    JsonNode handshake() {
        return root.path("handshake");
    }

    List<Said> step(String name) {
        List<Said> said = new ArrayList<>();
        for (JsonNode step : root.path("steps")) {
            if (step.path("step").asString().equals(name)) {
                step.path("messages").forEach(m -> said.add(said(m)));
            }
        }
        return said;
    }

    List<Said> all() {
        List<Said> said = new ArrayList<>();
        root.path("steps").forEach(step -> step.path("messages").forEach(m -> said.add(said(m))));
        return said;
    }

    private static Said said(JsonNode message) {
        boolean page = message.path("from").asString().equals("page");
        return new Said(message.path("conn").asInt(), page ? Direction.TO_UPSTREAM : Direction.TO_CLIENT,
                message.path("message"));
    }

    /** Every step with the facts that its messages hold, in the order of the recording; each socket has its own dialect. */
    Map<String, List<String>> facts(Supplier<HmrDialect> dialect) {
        Map<Integer, HmrDialect> sockets = new HashMap<>();
        Map<String, List<String>> steps = new LinkedHashMap<>();
        for (JsonNode step : root.path("steps")) {
            List<String> lines = new ArrayList<>();
            for (JsonNode each : step.path("messages")) {
                Said said = said(each);
                sockets.computeIfAbsent(said.socket(), _ -> dialect.get())
                        .read(said.direction(), said.message())
                        .forEach(fact -> lines.add(line(fact)));
            }
            steps.put(step.path("step").asString(), lines);
        }
        return steps;
    }

    /** The facts of a step, of whatever sockets, as one dialect reads them. */
    List<String> lines(String step, HmrDialect dialect) {
        return step(step).stream()
                .flatMap(said -> dialect.read(said.direction(), said.message()).stream())
                .map(Transcript::line)
                .toList();
    }

    /** The problem that a step reports first. */
    BuildProblem problem(String step, HmrDialect dialect) {
        return step(step).stream()
                .flatMap(said -> dialect.read(said.direction(), said.message()).stream())
                .filter(HmrFact.Failed.class::isInstance)
                .map(fact -> ((HmrFact.Failed) fact).problem())
                .findFirst()
                .orElseThrow();
    }

    static String line(HmrFact fact) {
        return switch (fact) {
            case HmrFact.Connected(String session) -> "connected " + session;
            case HmrFact.Update u -> u.kind() + " " + u.path()
                    + (u.acceptedPath().equals(u.path()) || u.acceptedPath().isEmpty() || u.kind().equals("hot-update")
                            ? ""
                            : " < " + u.acceptedPath());
            case HmrFact.FullReload(String path) -> "full-reload " + path;
            case HmrFact.Prune(List<String> paths) -> "prune " + paths;
            case HmrFact.Failed(BuildProblem p) -> "failed " + p.file() + ":" + p.line() + ":" + p.column();
            case HmrFact.Built(String hash) -> "built " + hash;
            case HmrFact.PagePing _ -> "ping";
            case HmrFact.Repeated _ -> "repeated";
        };
    }
}
