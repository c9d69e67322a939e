package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Vite's {@code vite-hmr} subprotocol: updates name modules, whose code comes over HTTP. An instance reads one socket. */
public final class ViteDialect implements HmrDialect {
    private boolean greeted;

    @Override
    public String wireName() {
        return "vite";
    }

    @Override
    public GapRule afterGap() {
        return GapRule.REVALIDATE;
    }

    @Override
    public List<HmrFact> read(Direction direction, JsonNode message) {
        String type = BuildProblem.text(message, "type");
        if (direction == Direction.TO_UPSTREAM) {
            return type.equals("ping") ? List.of(new HmrFact.PagePing("")) : List.of();
        }
        return switch (type) {
            case "connected" -> List.of(greeting());
            case "update" -> updates(message.path("updates"));
            case "full-reload" -> List.of(new HmrFact.FullReload(BuildProblem.text(message, "path")));
            case "prune" -> List.of(new HmrFact.Prune(texts(message.path("paths"))));
            case "error" -> List.of(new HmrFact.Failed(problem(message.path("err"))));
            default -> List.of();
        };
    }

    private HmrFact greeting() {
        boolean again = greeted;
        greeted = true;
        return again ? new HmrFact.Repeated() : new HmrFact.Connected("");
    }

    private static List<HmrFact> updates(JsonNode updates) {
        List<HmrFact> facts = new ArrayList<>();
        facts.add(new HmrFact.Built(""));
        for (JsonNode update : updates) {
            String path = BuildProblem.text(update, "path");
            facts.add(new HmrFact.Update(BuildProblem.text(update, "type"), path,
                    update.path("acceptedPath").asString(path), update.path("timestamp").asLong(0)));
        }
        return facts;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString("")));
        return List.copyOf(texts);
    }

    static BuildProblem problem(JsonNode err) {
        JsonNode loc = err.path("loc");
        String file = loc.path("file").asString(BuildProblem.text(err, "id"));
        String place = loc.isObject() ? loc.path("line").asInt(0) + ":" + loc.path("column").asInt(0) : "";
        return BuildProblem.of(BuildProblem.text(err, "message"), file, place, BuildProblem.text(err, "frame"),
                BuildProblem.text(err, "stack"));
    }
}
