package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A page of Vite's with three modules, of which one accepts updates of itself. */
final class VitePage {
    static final String ACCEPTING = "import.meta.hot.accept();\nexport const v = ";

    private VitePage() {}

    /** Puts its files on the server. */
    static void write(ScriptedDevServer server) {
        server.files.put("/", "<script src=/@vite/client></script><script src=/src/main.js></script>");
        server.files.put("/src/main.js", "import '/src/a.js'; import '/src/util.js';");
        server.files.put("/src/a.js", ACCEPTING + 1);
        server.files.put("/src/util.js", "export const u = 1");
    }

    /** Asks for everything, as a browser that opens it. */
    static void load(LocalEngine engine) {
        for (String path : List.of("/", "/@vite/client", "/src/main.js", "/src/a.js", "/src/util.js")) {
            assertThat(PageClient.get(engine, path)).startsWith("HTTP/1.1 200 ");
        }
    }

    /** Opens its socket. */
    static Raw open(LocalEngine engine, ScriptedDevServer server) {
        return PageClient.open(engine, "/?token=" + server.token, "Sec-WebSocket-Protocol: vite-hmr");
    }
}
