package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Parcel: updates carry their code; the page never connects a second time, and the server never repeats anything. */
public final class ParcelDialect implements HmrDialect {
    /** For an asset of any other type, such as HTML, the page loads itself anew. */
    private static final Set<String> HOT = Set.of("js", "css");

    @Override
    public String wireName() {
        return "parcel";
    }

    @Override
    public GapRule afterGap() {
        return GapRule.COMPARE;
    }

    @Override
    public List<HmrFact> read(Direction direction, JsonNode message) {
        if (direction == Direction.TO_UPSTREAM) {
            return List.of();
        }
        return switch (BuildProblem.text(message, "type")) {
            case "update" -> updates(message.path("assets"));
            case "reload" -> List.of(new HmrFact.FullReload(""));
            case "error" -> List.of(new HmrFact.Failed(problem(message.path("diagnostics").path("ansi").path(0))));
            default -> List.of();
        };
    }

    private static List<HmrFact> updates(JsonNode assets) {
        List<HmrFact> facts = new ArrayList<>();
        facts.add(new HmrFact.Built(""));
        for (JsonNode asset : assets) {
            String type = BuildProblem.text(asset, "type");
            if (!HOT.contains(type)) {
                return List.of(new HmrFact.Built(""), new HmrFact.FullReload(BuildProblem.text(asset, "id")));
            }
            facts.add(new HmrFact.Update(type + "-update", BuildProblem.text(asset, "id"), "", 0));
        }
        return facts;
    }

    /** The location is {@code file:line:column}; the file's name may hold colons. */
    private static BuildProblem problem(JsonNode error) {
        String location = error.path("frames").path(0).path("location").asString("");
        int line = location.lastIndexOf(':', location.lastIndexOf(':') - 1);
        return BuildProblem.of(BuildProblem.text(error, "message"), line < 0 ? location : location.substring(0, line),
                line < 0 ? "" : location.substring(line + 1), BuildProblem.text(error, "codeframe"),
                BuildProblem.text(error, "stack"));
    }
}
