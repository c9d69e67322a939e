package dev.socketscope.app.fake;

import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.ServiceLevel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An engine with two connections, to which nothing happens but what a subclass captures. */
public abstract class QuietEngine implements Engine {
    private final List<Connection> connections = List.of(
            FakeTraffic.connection("ws_7f3a", "/_hmr", "vite-hmr", 761, Connection.State.OPEN),
            FakeTraffic.connection("ws_80c1", "/ws/telemetry", "json", 482, Connection.State.OPEN));

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

    /** As for a frame, all messages being whole. */
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
}
