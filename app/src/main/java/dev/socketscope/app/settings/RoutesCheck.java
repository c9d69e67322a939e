package dev.socketscope.app.settings;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Problem;
import dev.socketscope.engine.config.RoutesReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** Without a look into files. */
    static RoutesCheck of(List<RouteDraft> drafts) {
        return of(drafts, draft -> Map.of());
    }

    /** @param files tells what is wrong with the files that a draft names, by field */
    static RoutesCheck of(List<RouteDraft> drafts, Function<RouteDraft, Map<RouteField, String>> files) {
        List<Map<RouteField, String>> wrong = new ArrayList<>();
        drafts.forEach(draft -> wrong.add(new EnumMap<>(RouteField.class)));
        RoutesCheck read = read(drafts, wrong);
        boolean usable = true;
        for (int i = 0; i < wrong.size(); i++) {
            Map<RouteField, String> found = files.apply(drafts.get(i));
            found.forEach(wrong.get(i)::putIfAbsent);
            usable &= found.isEmpty();
        }
        return usable ? read : new RoutesCheck(List.of(), wrong, read.others);
    }

    private static RoutesCheck read(List<RouteDraft> drafts, List<Map<RouteField, String>> wrong) {
        if (drafts.isEmpty()) {
            return new RoutesCheck(List.of(), wrong, List.of());
        }
        List<String> others = new ArrayList<>();
        try {
            // Each JSON document is a YAML document, too.
            String text = JSON.writeValueAsString(Map.of("routes", drafts.stream().map(RouteDraft::written).toList()));
            return new RoutesCheck(RoutesReader.parse("", text), wrong, others);
        } catch (ConfigException e) {
            e.problems().forEach(problem -> assign(problem, drafts, wrong, others));
            return new RoutesCheck(List.of(), wrong, others);
        }
    }

    private static void assign(Problem problem, List<RouteDraft> drafts, List<Map<RouteField, String>> wrong,
            List<String> others) {
        Matcher key = KEY.matcher(problem.key());
        if (key.matches()) {
            int index = Integer.parseInt(key.group(1));
            for (RouteField field : RouteField.values()) {
                // A mistake of a mapping is told beside the first field that makes it one.
                if (field.concerns(key.group(2)) || field.isBelow(key.group(2)) && drafts.get(index).says(field)) {
                    wrong.get(index).putIfAbsent(field, problem.text());
                    return;
                }
            }
        }
        others.add(problem.key().isEmpty() ? problem.text() : problem.key() + ": " + problem.text());
    }
}
