package dev.socketscope.app.ring;

import dev.socketscope.app.fake.QuietEngine;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** An engine of which only the capture works. A filter that begins with {@code ?} is wrong at its first character. */
public final class RingEngine extends QuietEngine {
    public final Ring ring;
    private final Map<Long, Payload> payloads = new ConcurrentHashMap<>();
    private volatile int connected = 2;

    public RingEngine(int capacity) {
        ring = new Ring(capacity);
    }

    /** What {@link #message} and {@link #framePayload} answer for a frame. */
    public void payload(long seq, Payload payload) {
        payloads.put(seq, payload);
    }

    /** Nobody is connected any more, so that nothing moves. */
    public void rest() {
        connected = 0;
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("Ring", "0", "127.0.0.1:0", "none", Instant.EPOCH, EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of());
    }

    @Override
    public Counters counters() {
        return new Counters(connected, 2, 0, Traffic.NONE, Traffic.NONE, 0, 0, ring.end(), ring.first(), 0,
                Counters.Upkeep.NONE);
    }

    @Override
    public FrameView frames(FrameQuery query) throws FilterException {
        if (query.filter().startsWith("?")) {
            throw new FilterException("Expected a word, a /pattern/ or a field", 0);
        }
        return new RingView(ring, query);
    }

    @Override
    public CompletionStage<Optional<Payload>> framePayload(long seq) {
        return CompletableFuture.completedFuture(Optional.ofNullable(payloads.get(seq)));
    }

    @Override
    public CompletionStage<Reply> submit(Command command) {
        ring.clear();
        return CompletableFuture.completedFuture(new Reply.Done("Capture cleared"));
    }

    @Override
    public void close() {}
}
