package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.RouteWriter;
import dev.socketscope.engine.config.RoutesReader;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Routes in full, with the keys that they have in a configuration file. */
public final class RoutesJson {
    private static final String SOURCE = "request";

    private RoutesJson() {}

    /** A document that a configuration file could begin with. */
    public static JsonNode write(List<Route> routes) {
        return Json.tree(Map.of("routes", routes.stream().map(RouteWriter::write).toList()));
    }

    /**
     * At least one route.
     *
     * @param text JSON or YAML
     * @throws UnfitConfigException with everything that is wrong
     */
    public static List<Route> read(String text) {
        try {
            return RoutesReader.parse(SOURCE, text);
        } catch (ConfigException e) {
            throw new UnfitConfigException(e);
        }
    }
}
