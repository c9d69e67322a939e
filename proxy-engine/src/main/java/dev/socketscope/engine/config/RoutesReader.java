package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Route;
import java.util.List;

/** Reads routes alone: a document that has {@code routes} as a configuration file has them, and nothing else. */
public final class RoutesReader {
    private RoutesReader() {}

    /**
     * The routes, at least one, in the order of the document.
     *
     * @param source what messages name
     * @param text YAML, or JSON, of which each document is YAML too
     * @throws ConfigException with everything that is wrong
     */
    public static List<Route> parse(String source, String text) throws ConfigException {
        Problems problems = new Problems(source);
        List<Route> routes = new YamlReader(problems).section(text, "a mapping with the key routes")
                .map(RoutesReader::all)
                .orElse(List.of());
        problems.throwIfAny();
        if (routes.isEmpty()) {
            throw new ConfigException(List.of(new Problem(source, 0, "routes",
                    "missing, expected a list with at least one element")));
        }
        return routes;
    }

    private static List<Route> all(Section document) {
        List<Route> routes = of(document);
        document.finish();
        return routes;
    }

    /** What stands under {@code routes}; empty when the key is absent. */
    static List<Route> of(Section document) {
        return document.sections("routes").stream().flatMap(section -> RouteReader.read(section).stream()).toList();
    }
}
