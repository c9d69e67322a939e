package dev.socketscope.engine.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the page and the project's modules on a loopback port of its own, behind the front door. */
final class PageServer implements AutoCloseable {
    private static final int BACKLOG = 128;
    private final HttpServer server;
    private final ExecutorService workers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("sandbox-http-", 0).factory());

    PageServer(Project project) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", new PageHandler(project));
        server.setExecutor(workers);
        startAsDaemon();
    }

    /** The server's own thread takes over whether its creator is a daemon, and offers no other way to say so. */
    private void startAsDaemon() {
        Thread starter = Thread.ofPlatform().daemon().name("sandbox-http-start").start(server::start);
        try {
            starter.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
