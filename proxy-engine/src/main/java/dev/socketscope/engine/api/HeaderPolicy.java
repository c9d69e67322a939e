package dev.socketscope.engine.api;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the client's header fields reach the upstream. Hop-by-hop fields never do; {@code X-Forwarded-*} and {@code Via} are
 * added, and what an upgrade itself needs is kept, whatever stands here.
 *
 * @param all every field
 * @param allowed otherwise only these, in lower case
 */
public record HeaderPolicy(boolean all, Set<String> allowed) {
    public static final HeaderPolicy EVERYTHING = new HeaderPolicy(true, Set.of());

    public HeaderPolicy {
        allowed = allowed.stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Only the named fields, letter case ignored. */
    public static HeaderPolicy only(Set<String> names) {
        return new HeaderPolicy(false, names);
    }
}
