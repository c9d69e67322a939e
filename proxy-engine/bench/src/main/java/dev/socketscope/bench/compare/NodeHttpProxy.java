package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What most dev servers of Node proxy with: the package http-proxy, in one process. */
final class NodeHttpProxy extends Foreign {
    static final String PROGRAM = "node";
    static final String NAME = "node http-proxy";
    private static final String SCRIPT = """
            const proxy = require('http-proxy').createProxyServer({target: 'http://127.0.0.1:%2$d', ws: true});
            const server = require('http').createServer((request, response) => proxy.web(request, response));
            proxy.on('error', () => {});
            server.on('upgrade', (request, socket, head) => proxy.ws(request, socket, head));
            server.listen({host: '127.0.0.1', port: %1$d, backlog: 4096});
            """;

    private NodeHttpProxy(InetSocketAddress address, List<String> command, Path log)
            throws IOException, InterruptedException {
        super(NAME, address, command, log);
    }

    /** Whether the package is where {@link #start} looks for it. */
    static boolean isInstalled(Path folder) {
        return Files.isDirectory(folder.resolve("node_modules/http-proxy"));
    }

    static NodeHttpProxy start(Path program, InetSocketAddress upstream, Path folder)
            throws IOException, InterruptedException {
        InetSocketAddress address = freeAddress();
        Path script = write(folder.resolve("http-proxy.cjs"), SCRIPT, address, upstream);
        return new NodeHttpProxy(address, List.of(program.toString(), script.toString()),
                folder.resolve("http-proxy.log"));
    }
}
