package dev.socketscope.engine.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an {@code https} upstream and the engine prove to each other who they are.
 *
 * @param verify whether the upstream must prove it
 * @param authorities certificates in PEM, each of which may have signed the upstream's; empty for those that the JDK trusts
 * @param certificate what the engine shows when it is asked for a certificate; empty for none
 * @param serverName asked for in place of the upstream's host (RFC 6066 §3), and what its certificate must be for
 */
public record UpstreamTls(boolean verify, Optional<Path> authorities, Optional<KeyFiles> certificate,
        Optional<String> serverName) {
    /** As a browser does it. */
    public static final UpstreamTls VERIFIED = new UpstreamTls(true, Optional.empty(), Optional.empty(),
            Optional.empty());
    /** Takes any certificate. */
    public static final UpstreamTls UNVERIFIED = new UpstreamTls(false, Optional.empty(), Optional.empty(),
            Optional.empty());
}
