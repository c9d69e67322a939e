package dev.socketscope.app.settings;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.config.RouteWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Routes as a configuration file has them. */
final class RoutesYaml {
    /** What YAML reads as the same text without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._][A-Za-z0-9/._+-]*");

    private RoutesYaml() {}

    static String of(List<Route> routes) {
        StringBuilder out = new StringBuilder("routes:\n");
        for (Route route : routes) {
            String bullet = "  - ";
            for (Map.Entry<String, Object> entry : RouteWriter.write(route).entrySet()) {
                out.append(bullet).append(entry.getKey()).append(": ").append(value(entry.getValue())).append('\n');
                bullet = "    ";
            }
        }
        return out.toString();
    }

    private static String value(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.entrySet()
                    .stream()
                    .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(RoutesYaml::value).collect(Collectors.joining(", ", "[", "]"));
            case String text when !PLAIN.matcher(text).matches() -> '"' + text + '"';
            case Object other -> other.toString();
        };
    }
}
