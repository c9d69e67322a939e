package dev.socketscope.app.settings;

import dev.socketscope.engine.api.UpstreamTls;
import java.util.Map;

/** Looks into the files of certificates and keys that routes name, as their engine would. Any thread. */
@FunctionalInterface
public interface KeyCheck {
    /**
     * Reads the files, which may take its time.
     *
     * @return what was found and what was expected, by key below a route such as {@code tls.cert}; empty when all can be used
     */
    Map<String, String> mistakes(UpstreamTls tls);
}
