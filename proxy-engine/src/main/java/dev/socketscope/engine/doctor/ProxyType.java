package dev.socketscope.engine.doctor;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whose configuration it is. */
public enum ProxyType {
    /** YAML or JSON: a bootstrap, or a resource such as a route configuration. */
    ENVOY,
    /** A whole {@code nginx.conf} or a part of one. */
    NGINX,
    /** A Caddyfile. */
    CADDY;

    private static final Pattern ENVOY_KEY = Pattern
            .compile("(?m)^[\\s{-]*[\"']?(static_resources|dynamic_resources|filter_chains|virtual_hosts|http_filters"
                    + "|staticResources|load_assignment|resources)[\"']?\\s*:|type\\.googleapis\\.com/envoy\\.");
    /** Only nginx ends its directives so. */
    private static final Pattern NGINX_END = Pattern.compile("(?m)^[^#\\n]*;\\s*(#.*)?$|^[^#\\n]*;\\s*}");
    private static final Pattern CADDY_WORD = Pattern.compile(
            "(?m)^\\s*(reverse_proxy|php_fastcgi|handle|handle_path|route|file_server|respond|tls|encode|root)\\b");

    /** What the text looks like; empty when it is like none of them. */
    static Optional<ProxyType> of(String text) {
        if (ENVOY_KEY.matcher(text).find()) {
            return Optional.of(ENVOY);
        }
        if (NGINX_END.matcher(text).find()) {
            return Optional.of(NGINX);
        }
        return CADDY_WORD.matcher(text).find() ? Optional.of(CADDY) : Optional.empty();
    }
}
