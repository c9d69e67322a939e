package dev.socketscope.engine.sandbox;

import dev.socketscope.engine.api.AddressText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * A running demo dev server. All threads are daemons; {@link #close()} ends every connection (WebSockets with 1001) and
 * returns within a second.
 *
 * <pre>
 *                    ┌────────────┐  plain HTTP, refused upgrades   ┌────────────┐
 *  client ──TCP────▶ │ FrontDoor  │ ──────────────────────────────▶ │ PageServer │ (jdk.httpserver)
 *                    │ first head │                                 └─────┬──────┘
 *                    │ then bytes │  upgrades of a known path       ┌─────▼──────┐
 *                    └────────────┘ ──────────────────────────────▶ │SocketServer│ (Java-WebSocket)
 *                                                                   └────────────┘
 * </pre>
 */
public final class Sandbox implements AutoCloseable {
    /** What the same seed repeats: the edits of the project and the telemetry's course. */
    public static final long DEFAULT_SEED = 20_251L;

    private final PageServer pages;
    private final SocketServer sockets;
    private final FrontDoor door;

    private Sandbox(PageServer pages, SocketServer sockets, FrontDoor door) {
        this.pages = pages;
        this.sockets = sockets;
        this.door = door;
    }

    /**
     * Starts a sandbox with the default seed.
     *
     * @param listen where to accept; port 0 picks a free one
     * @throws java.net.BindException when the address is taken or not one of this machine's
     */
    public static Sandbox start(InetSocketAddress listen) throws IOException {
        return start(listen, DEFAULT_SEED);
    }

    /** As {@link #start(InetSocketAddress)}, with a seed of the caller's choice. */
    public static Sandbox start(InetSocketAddress listen, long seed) throws IOException {
        Project project = new Project();
        PageServer pages = new PageServer(project);
        try {
            SocketServer sockets = SocketServer.start(project, seed);
            try {
                return new Sandbox(pages, sockets,
                        new FrontDoor(listen, pages.address(), sockets.address(), sockets.paths()));
            } catch (IOException e) {
                sockets.close();
                throw e;
            }
        } catch (IOException e) {
            pages.close();
            throw e;
        }
    }

    /** Where it accepts, with the port that was really taken. */
    public InetSocketAddress address() {
        return door.address();
    }

    /** The page's address, {@code http://host:port/} without the path; a wildcard address is given as the loopback one. */
    public URI uri() {
        InetSocketAddress address = address();
        return URI.create("http://" + (address.getAddress().isAnyLocalAddress()
                ? "127.0.0.1:" + address.getPort()
                : AddressText.of(address)));
    }

    /** Paths that accept a WebSocket, in the order in which they are worth mentioning. */
    public List<String> socketPaths() {
        return sockets.paths();
    }

    @Override
    public void close() {
        door.stopAccepting();
        sockets.close();
        pages.close();
        door.close();
    }
}
