package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Next.js: with Turbopack the server keeps subscriptions for each socket, and the page subscribes anew whenever it is greeted; with
 * webpack a hash tells the page all it needs. An instance reads one socket.
 */
public final class NextDialect implements HmrDialect {
    private final BuildHash hash = new BuildHash();
    private boolean turbopack;

    @Override
    public String wireName() {
        return "next";
    }

    @Override
    public GapRule afterGap() {
        return GapRule.SETTLES_ITSELF;
    }

    @Override
    public List<HmrFact> read(Direction direction, JsonNode message) {
        return direction == Direction.TO_UPSTREAM ? fromPage(message) : fromServer(message);
    }

    private static List<HmrFact> fromPage(JsonNode message) {
        return BuildProblem.text(message, "event").equals("ping") ? List.of(new HmrFact.PagePing("")) : List.of();
    }

    private List<HmrFact> fromServer(JsonNode message) {
        return switch (BuildProblem.text(message, "type")) {
            case "turbopack-connected" -> {
                turbopack = true;
                yield List.of(new HmrFact.Connected(message.path("data").path("sessionId").asString("")));
            }
            case "turbopack-message" -> turbopack(message.path("data"));
            case "built", "sync" -> built(message);
            case "serverComponentChanges" -> List.of(new HmrFact.Update("server-components", "", "", 0));
            case "serverError" -> List.of(new HmrFact.Failed(error(message.path("errorJSON"))));
            case "reloadPage" -> List.of(new HmrFact.FullReload(BuildProblem.text(message, "data")));
            default -> List.of();
        };
    }

    /** With Turbopack a hash only counts the builds, and the changes come in messages of their own. */
    private List<HmrFact> built(JsonNode message) {
        JsonNode errors = message.path("errors");
        List<HmrFact> facts = new ArrayList<>();
        boolean known = hash.isNamed(BuildProblem.text(message, "hash"));
        if (BuildProblem.text(message, "type").equals("sync") && !turbopack) {
            // A page compares it with the last greeting, and takes every hot update in between for a restart.
            facts.add(known ? new HmrFact.Repeated() : new HmrFact.Connected(""));
        }
        hash.named(BuildProblem.text(message, "hash"));
        if (!errors.isEmpty()) {
            facts.add(new HmrFact.Failed(WebpackDialect.problem(errors.path(0))));
        } else if (turbopack) {
            facts.add(new HmrFact.Built(BuildProblem.text(message, "hash")));
        } else {
            facts.addAll(WebpackDialect.good(hash));
        }
        return facts;
    }

    private static List<HmrFact> turbopack(JsonNode data) {
        List<HmrFact> facts = new ArrayList<>();
        for (JsonNode each : data.isArray() ? data : List.of(data)) {
            if (each.path("type").asString("").equals("partial")) {
                facts.add(
                        new HmrFact.Update("turbopack-update", each.path("resource").path("path").asString(""), "", 0));
            }
        }
        return facts;
    }

    private static BuildProblem error(JsonNode json) {
        return BuildProblem.of(BuildProblem.text(json, "message"), "", "", "", BuildProblem.text(json, "stack"));
    }
}
