package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.HeaderPolicy;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Applies a route's {@link HeaderPolicy} to what goes to the upstream. */
final class HeaderFilter {
    /** What routes and frames a message (RFC 9112 §6, §7), and what a proxy itself says about it. */
    private static final Set<String> ALWAYS = Set.of("host", "content-length", "transfer-encoding", "trailer", "te",
            "connection", "expect", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto");
    /** RFC 6455 §11.3: without these there is no upgrade. */
    private static final String UPGRADE_PREFIX = "sec-websocket-";

    private HeaderFilter() {}

    /** Removes in place what the policy does not let through; header or trailer fields. */
    static void apply(HttpHeaders headers, HeaderPolicy policy) {
        if (policy.all()) {
            return;
        }
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!policy.allowed().contains(lower) && !ALWAYS.contains(lower) && !lower.startsWith(UPGRADE_PREFIX)) {
                headers.remove(name);
            }
        }
    }
}
