package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * webpack-dev-server 5 and 6: a hash names the build, and the page fetches what lies between its own and that. An instance reads one
 * socket, because only the hashes before tell whether a build is news.
 */
public final class WebpackDialect implements HmrDialect {
    static final String HOT_UPDATE = "hot-update";

    private final BuildHash hash = new BuildHash();

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
            case "hash" -> {
                hash.named(BuildProblem.text(message, "data"));
                yield List.of();
            }
            case "ok", "warnings", "still-ok" -> good(hash);
            case "errors" -> message.path("data").isEmpty() ? List.of()
                    : List.of(new HmrFact.Failed(problem(message.path("data").path(0))));
            case "static-changed", "content-changed" ->
                List.of(new HmrFact.FullReload(BuildProblem.text(message, "data")));
            default -> List.of();
        };
    }

    /** The build that the server has named went well. A page asks for the update by the name of the build that it has. */
    static List<HmrFact> good(BuildHash hash) {
        String before = hash.wentWell();
        HmrFact built = new HmrFact.Built(hash.good());
        return before.isEmpty() ? List.of(built)
                : List.of(built, new HmrFact.Update(HOT_UPDATE, hash.good(), before, 0));
    }

    /** Older servers send errors as text. */
    static BuildProblem problem(JsonNode error) {
        if (error.isString()) {
            return BuildProblem.of(error.asString(), "", "", "", "");
        }
        return BuildProblem.of(BuildProblem.text(error, "message"), BuildProblem.text(error, "moduleName"),
                BuildProblem.text(error, "loc"), "", BuildProblem.text(error, "stack"));
    }
}
