package dev.socketscope.engine.config;

import dev.socketscope.engine.api.HeaderPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a route's {@code headers}. */
final class HeadersReader {
    private static final String ALL = "all";
    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    /** RFC 9110 §7.6.1: they concern one hop, so that listing one cannot have the effect it asks for. */
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection",
            "proxy-authenticate", "proxy-authorization", "te", "transfer-encoding", "upgrade");
    private static final Syntax<String> NAME = new Syntax<>(
            "a header name such as origin, and not one that concerns a single hop, such as connection",
            text -> Optional.of(text.toLowerCase(Locale.ROOT))
                    .filter(name -> TOKEN.matcher(name).matches() && !HOP_BY_HOP.contains(name)));

    private HeadersReader() {}

    /** @param route one of the routes */
    static HeaderPolicy read(Section route) {
        Optional<Section> headers = route.section("headers");
        Optional<HeaderPolicy> policy = headers.map(HeadersReader::forward);
        headers.ifPresent(Section::finish);
        return policy.orElse(HeaderPolicy.EVERYTHING);
    }

    private static HeaderPolicy forward(Section headers) {
        if (headers.says("forward", ALL)) {
            return HeaderPolicy.EVERYTHING;
        }
        return headers.list("forward", NAME, "all, or a list of header names such as [cookie, origin]")
                .map(names -> HeaderPolicy.only(Set.copyOf(names)))
                .orElse(HeaderPolicy.EVERYTHING);
    }
}
