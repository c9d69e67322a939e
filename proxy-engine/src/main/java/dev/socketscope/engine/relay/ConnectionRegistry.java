package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** All live connections and the newest ended ones. Any thread may call; nobody waits. */
final class ConnectionRegistry {
    static final int KEPT_AFTER_END = 1_000;

    private final Map<Integer, WsConnection> known = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Integer> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger endedCount = new AtomicInteger();
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicInteger nextNumber = new AtomicInteger();

    /** @param make builds the connection from the number that it gets */
    WsConnection open(IntFunction<WsConnection> make) {
        int number = nextNumber.getAndUpdate(n -> n + 1 == IdScramble.CAPACITY ? 0 : n + 1);
        WsConnection connection = make.apply(number);
        known.put(number, connection);
        live.incrementAndGet();
        return connection;
    }

    /** The connection has ended; it stays visible until a thousand others have ended after it. */
    void ended(WsConnection connection) {
        live.decrementAndGet();
        ended.add(connection.number());
        if (endedCount.incrementAndGet() > KEPT_AFTER_END) {
            Integer oldest = ended.poll();
            if (oldest != null) {
                endedCount.decrementAndGet();
                known.remove(oldest);
            }
        }
    }

    int live() {
        return live.get();
    }

    @Nullable
    WsConnection find(String id) {
        int number = IdScramble.number(id);
        return number < 0 ? null : known.get(number);
    }

    /** Those that carry frames now. */
    List<Tunnel> tunnels() {
        List<Tunnel> tunnels = new ArrayList<>();
        for (WsConnection connection : known.values()) {
            Tunnel tunnel = connection.tunnel();
            if (tunnel != null) {
                tunnels.add(tunnel);
            }
        }
        return tunnels;
    }

    /** Oldest first. */
    List<Connection> views() {
        List<Connection> views = new ArrayList<>(live.get() + KEPT_AFTER_END);
        for (WsConnection connection : known.values()) {
            views.add(connection.view());
        }
        return views;
    }
}
