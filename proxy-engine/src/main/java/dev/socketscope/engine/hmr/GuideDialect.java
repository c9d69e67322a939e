package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The plain dialect of sockets at {@code /_hmr}: one update in a message, and {@code sync} for what was missed. */
public final class GuideDialect implements HmrDialect {
    @Override
    public String wireName() {
        return "guide";
    }

    @Override
    public GapRule afterGap() {
        return GapRule.SYNC;
    }

    @Override
    public List<HmrFact> read(Direction direction, JsonNode message) {
        String type = BuildProblem.text(message, "type");
        if (direction == Direction.TO_UPSTREAM) {
            return type.equals("ping") ? List.of(new HmrFact.PagePing("{\"type\":\"pong\"}")) : List.of();
        }
        String path = BuildProblem.text(message, "path");
        return switch (type) {
            case "connected" -> List.of(new HmrFact.Connected(""));
            case "update" -> message.has("updates") ? new ViteDialect().read(direction, message)
                    : List.of(new HmrFact.Built(""), new HmrFact.Update("update", path,
                            message.path("acceptedPath").asString(path), message.path("timestamp").asLong(0)));
            case "full-reload" -> List.of(new HmrFact.FullReload(path));
            case "prune" -> List.of(new HmrFact.Prune(
                    message.has("paths") ? ViteDialect.texts(message.path("paths")) : List.of(path)));
            case "error" -> List.of(new HmrFact.Failed(ViteDialect.problem(message.path("err"))));
            default -> List.of();
        };
    }
}
