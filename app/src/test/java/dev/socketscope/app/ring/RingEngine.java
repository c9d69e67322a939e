package dev.socketscope.app.ring;

import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.ServiceLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** An engine of which only the capture works. A filter that begins with {@code ?} is wrong at its first character. */
public final class RingEngine implements Engine {
    public final Ring ring;
    private final Map<Long, Payload> payloads = new ConcurrentHashMap<>();
    private final List<Connection> connections = List.of(
            FakeTraffic.connection("ws_7f3a", "/_hmr", "vite-hmr", 761, Connection.State.OPEN),
            FakeTraffic.connection("ws_80c1", "/ws/telemetry", "json", 482, Connection.State.OPEN));

    public RingEngine(int capacity) {
        ring = new Ring(capacity);
    }

    /** What {@link #message} and {@link #framePayload} answer for a frame. */
    public void payload(long seq, Payload payload) {
        payloads.put(seq, payload);
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("Ring", "0", "127.0.0.1:0", "none", Instant.EPOCH, EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of());
    }

    @Override
    public Counters counters() {
        return new Counters(2, 2, 0, Traffic.NONE, Traffic.NONE, 0, 0, ring.end(), ring.first(), 0,
                Counters.Upkeep.NONE);
    }

    @Override
    public List<Connection> connections() {
        return connections;
    }

    @Override
    public Optional<Connection> connection(String id) {
        return connections.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public EventPage events(long after, int limit) {
        return new EventPage(0, List.of(), after);
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
    public CompletionStage<Optional<Payload>> message(long seq) {
        return framePayload(seq);
    }

    @Override
    public RttPage rtt(String connection, Leg leg, long after) {
        return RttPage.NOTHING;
    }

    @Override
    public List<HmrStatus> hmr() {
        return List.of();
    }

    @Override
    public List<ServiceLevel> serviceLevels() {
        return List.of();
    }

    @Override
    public List<FaultStatus> faults() {
        return List.of();
    }

    @Override
    public List<BreakpointStatus> breakpoints() {
        return List.of();
    }

    @Override
    public List<HeldMessage> heldMessages() {
        return List.of();
    }

    @Override
    public CompletionStage<Optional<byte[]>> heldContent(String id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<List<Route>> routes() {
        return CompletableFuture.completedStage(List.of());
    }

    @Override
    public List<ReplayStatus> replays() {
        return List.of();
    }

    @Override
    public CompletionStage<Reply> submit(Command command) {
        ring.clear();
        return CompletableFuture.completedFuture(new Reply.Done("Capture cleared"));
    }

    @Override
    public void close() {}
}
