package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** All live connections and the newest ended ones. Any thread may call; nobody waits. */
final class ConnectionRegistry {
    static final int KEPT_AFTER_END = 1_000;
    /** A request and its answer may hold 64 KiB of headers each, and both are kept as received and as sent. */
    static final long KEPT_HEADER_CHARS = 16 << 20;

    /** @param headerChars what it adds to the sum of those that are kept */
    private record Ended(int number, long headerChars) {}

    private final Map<Integer, WsConnection> known = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger endedCount = new AtomicInteger();
    private final AtomicLong endedChars = new AtomicLong();
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

    /** The connection has ended; it stays visible until those that ended after it fill either bound. */
    void ended(WsConnection connection) {
        live.decrementAndGet();
        Ended newest = new Ended(connection.number(), headerChars(connection.view().handshake()));
        ended.add(newest);
        endedCount.incrementAndGet();
        endedChars.addAndGet(newest.headerChars());
        while (endedCount.get() > KEPT_AFTER_END || endedChars.get() > KEPT_HEADER_CHARS) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Ended oldest = ended.poll();
        if (oldest != null) {
            endedCount.decrementAndGet();
            endedChars.addAndGet(-oldest.headerChars());
            known.remove(oldest.number());
        }
    }

    private static long headerChars(Handshake handshake) {
        return handshake.requestLine().length() + headerChars(handshake.requestHeaders())
                + headerChars(handshake.forwardedHeaders()) + headerChars(handshake.responseHeaders())
                + headerChars(handshake.returnedHeaders());
    }

    private static long headerChars(List<Header> headers) {
        return headers.stream().mapToLong(header -> header.name().length() + header.value().length()).sum();
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

    /** Something has changed that concerns those that carry frames: each hears of it on its own event loop. */
    void tell(Consumer<Tunnel> news) {
        for (Tunnel tunnel : tunnels()) {
            tunnel.loop().execute(() -> news.accept(tunnel));
        }
    }

    /** Completes when all that carry frames have acted on what they were told before. */
    CompletableFuture<Void> heard() {
        return CompletableFuture.allOf(tunnels().stream()
                .map(Tunnel::loop)
                .distinct()
                .map(loop -> CompletableFuture.runAsync(() -> {}, loop))
                .toArray(CompletableFuture<?>[]::new));
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
