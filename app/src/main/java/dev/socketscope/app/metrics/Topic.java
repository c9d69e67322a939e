package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.prometheus.Preset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What metrics are about, so that those that belong together stand together.
 *
 * @param place in the order of topics
 */
record Topic(int place, String title) {
    private enum Known {
        UPGRADES("envoy_.*upgrade.*"), CONNECTS("envoy_cluster_upstream_cx_(?!.*(?:destroy|timeout)).*"),
        RESETS("envoy_.*(?:reset|destroy).*"), TIMEOUTS("envoy_.*timeout.*"),
        BREAKERS("envoy_.*circuit_breakers.*"), DOWNSTREAM("envoy_http_downstream_.*"),
        TUNNEL("websocket_.*"), ENGINE("socketscope_.*"), PROCESS("(?:process|jvm)_.*");

        private final Pattern names;

        Known(String names) {
            this.names = Pattern.compile(names);
        }
    }

    private static final List<Known> KNOWN = List.of(Known.values());

    /** @param preset words are only split where nobody is known to have chosen the names */
    static Topic of(String name, Preset preset) {
        return KNOWN.stream()
                .filter(known -> known.names.matcher(name).matches())
                .findFirst()
                .map(known -> new Topic(known.ordinal(),
                        Strings.of("metrics.topic." + known.name().toLowerCase(Locale.ROOT))))
                .orElseGet(() -> new Topic(KNOWN.size(), beginning(name, preset == Preset.ENVOY ? 2 : 1)));
    }

    private static String beginning(String name, int words) {
        String[] parts = name.split("_", words + 1);
        return String.join("_", List.of(parts).subList(0, Math.min(words, parts.length)));
    }
}
