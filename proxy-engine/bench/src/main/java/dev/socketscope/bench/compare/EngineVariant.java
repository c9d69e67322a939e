package dev.socketscope.bench.compare;

import java.util.List;

/**
 * A way to run this project's engine.
 *
 * @param name in tables
 * @param configuration the file of {@code --config}, with {@code %d} for the upstream's port
 * @param options beside those that say where to listen
 */
record EngineVariant(String name, String configuration, List<String> options) {
    private static final String ROUTE = "routes:\n  - upstream: http://127.0.0.1:%d\n";

    /** As users start it: default settings, every frame captured, pings every 30 s, legs held. */
    static final EngineVariant FULL_CAPTURE = new EngineVariant("Socketscope, full capture", ROUTE);

    /** The same as {@link #FULL_CAPTURE}, over epoll, as where io_uring is forbidden. */
    static final EngineVariant EPOLL = new EngineVariant("Socketscope, epoll", ROUTE,
            List.of("--transport", "epoll"));

    /** The least that it can be told to keep: no switch turns capture off, so the headers of the newest frames stay. */
    static final EngineVariant OBSERVING = new EngineVariant("Socketscope, headers only",
            "capture: {maxBytes: 1MiB, maxPayload: 0}\n" + ROUTE);

    /** Full capture, and a fault that is none of these connections' business. */
    static final EngineVariant FAULT_ELSEWHERE = new EngineVariant("Socketscope, fault elsewhere", ROUTE);

    /** Full capture, and pings on both legs thirty times as often as by default. */
    static final EngineVariant BUSY_KEEP_ALIVE = new EngineVariant("Socketscope, ping each second",
            ROUTE + "    keepAlive: {pingInterval: 1s, pongTimeout: 1s, maxMissedPongs: 10, legs: both}\n");

    private EngineVariant(String name, String configuration) {
        this(name, configuration, List.of());
    }
}
