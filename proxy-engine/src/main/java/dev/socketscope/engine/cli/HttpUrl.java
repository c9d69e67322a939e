package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** URLs that people give on the command line or in the window. */
final class HttpUrl {
    private HttpUrl() {}

    /**
     * An absolute URL with a host.
     *
     * @param schemes in lower case, those that may be used
     * @param expected what the message says is wanted
     * @throws ConfigException when it is none
     */
    static URI parse(String url, Set<String> schemes, String expected) throws ConfigException {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Told below, as for a URL of another kind.
        }
        throw ConfigException.of("URL", url, expected);
    }
}
