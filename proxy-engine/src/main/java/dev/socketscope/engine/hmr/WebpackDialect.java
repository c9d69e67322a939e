package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** webpack-dev-server 5 and 6: a hash names the build, and the page fetches what lies between its own and that. */
public final class WebpackDialect implements HmrDialect {
    static final String HOT_UPDATE = "hot-update";

    @Override
    public String wireName() {
        return "webpack";
    }

    @Override
    public GapRule afterGap() {
        return GapRule.SETTLES_ITSELF;
    }

    @Override
    public List<HmrFact> read(Direction direction, JsonNode message) {
        if (direction == Direction.TO_UPSTREAM) {
            return List.of();
        }
        return switch (BuildProblem.text(message, "type")) {
            case "hot" -> List.of(new HmrFact.Connected(""));
            case "hash" -> List.of(new HmrFact.Update(HOT_UPDATE, BuildProblem.text(message, "data"), "", 0));
            case "ok", "warnings" -> List.of(new HmrFact.Built(""));
            case "errors" -> message.path("data").isEmpty() ? List.of()
                    : List.of(new HmrFact.Failed(problem(message.path("data").path(0))));
            case "static-changed", "content-changed" ->
                List.of(new HmrFact.FullReload(BuildProblem.text(message, "data")));
            default -> List.of();
        };
    }

    /** Older servers send errors as text. */
    static BuildProblem problem(JsonNode error) {
        if (error.isString()) {
            return BuildProblem.of(error.asString(), "", "", "", "");
        }
        String message = BuildProblem.text(error, "message");
        int frame = message.indexOf("\n> ");
        int lineBefore = frame < 0 ? -1 : message.lastIndexOf('\n', frame - 1);
        return BuildProblem.of(message, BuildProblem.text(error, "moduleName"), BuildProblem.text(error, "loc"),
                frame < 0 ? "" : message.substring(lineBefore + 1), BuildProblem.text(error, "stack"));
    }
}
