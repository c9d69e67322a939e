package dev.socketscope.engine.relay;

/**
 * The routes that requests find at this moment. They are replaced as a whole, so that a request finds its route among the old ones or
 * among the new ones. A connection keeps the route that it was opened with, also when its upstream is dialled again. Any thread.
 */
final class LiveRoutes {
    private final UpstreamContexts tls;
    private volatile RouteTable now;

    LiveRoutes(RouteTable first, UpstreamContexts tls) {
        this.tls = tls;
        this.now = first;
        tls.provide(first.tls());
    }

    RouteTable now() {
        return now;
    }

    /**
     * May take a moment: a trust store is read when the first of the routes needs one, and files of certificates are read again.
     *
     * @throws IllegalArgumentException when a file cannot be used; then the old routes stay
     */
    void replace(RouteTable next) {
        tls.provide(next.tls());
        now = next;
    }
}
