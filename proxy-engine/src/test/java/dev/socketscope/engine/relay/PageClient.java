package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

/** What a browser's page asks an engine for. All its requests come from the same browser. */
final class PageClient {
    private static final String AGENT = "User-Agent: page";

    private PageClient() {}

    /** The whole answer to a GET. */
    static String get(LocalEngine engine, String path) {
        try (Raw request = Raw.connect(Engines.port(engine))) {
            return request.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + AGENT
                    + "\r\nConnection: close\r\n\r\n").readTextToEnd();
        }
    }

    /** A socket that is open. */
    static Raw open(LocalEngine engine, String path, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = AGENT;
        Raw page = Raw.connect(Engines.port(engine)).upgrade(path, all);
        assertThat(page.head()).startsWith("HTTP/1.1 101 ");
        return page;
    }
}
