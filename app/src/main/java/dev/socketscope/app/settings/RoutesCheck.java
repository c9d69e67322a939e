package dev.socketscope.app.settings;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Problem;
import dev.socketscope.engine.config.RoutesReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What drafts come to: routes, or what is wrong, in the words that a configuration file would get.
 *
 * @param routes as many as there are drafts; empty when anything is wrong
 * @param wrong what is wrong, for each draft by its field
 * @param others what is wrong but concerns no field
 */
record RoutesCheck(List<Route> routes, List<Map<RouteField, String>> wrong, List<String> others) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern KEY = Pattern.compile("routes\\[(\\d+)]\\.(.+)");

    boolean fine() {
        return !routes.isEmpty();
    }

    /** Of one draft. */
    Map<RouteField, String> wrong(int index) {
        return index >= 0 && index < wrong.size() ? wrong.get(index) : Map.of();
    }

    static RoutesCheck of(List<RouteDraft> drafts) {
        List<Map<RouteField, String>> wrong = new ArrayList<>();
        drafts.forEach(draft -> wrong.add(new EnumMap<>(RouteField.class)));
        if (drafts.isEmpty()) {
            return new RoutesCheck(List.of(), wrong, List.of());
        }
        List<String> others = new ArrayList<>();
        try {
            // Each JSON document is a YAML document, too.
            String text = JSON.writeValueAsString(Map.of("routes", drafts.stream().map(RouteDraft::written).toList()));
            return new RoutesCheck(RoutesReader.parse("", text), wrong, others);
        } catch (ConfigException e) {
            e.problems().forEach(problem -> assign(problem, wrong, others));
            return new RoutesCheck(List.of(), wrong, others);
        }
    }

    private static void assign(Problem problem, List<Map<RouteField, String>> wrong, List<String> others) {
        Matcher key = KEY.matcher(problem.key());
        if (key.matches()) {
            for (RouteField field : RouteField.values()) {
                if (field.concerns(key.group(2))) {
                    wrong.get(Integer.parseInt(key.group(1))).putIfAbsent(field, problem.text());
                    return;
                }
            }
        }
        others.add(problem.key().isEmpty() ? problem.text() : problem.key() + ": " + problem.text());
    }
}
