package dev.socketscope.engine.control;

import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Engine;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A real engine with facts that are put into its mouth, and a listener to its commands. */
public class StagedEngine implements Engine {
    private final Engine real;
    public final List<Command> commands = new CopyOnWriteArrayList<>();
    public volatile List<FaultStatus> faults = List.of();
    public volatile List<HmrStatus> hmr = List.of();
    public volatile List<ServiceLevel> levels = List.of();
    public volatile List<BreakpointStatus> breakpoints = List.of();
    public volatile List<HeldMessage> held = List.of();
    public volatile List<ReplayStatus> replays = List.of();
    public volatile List<RttPage.Sample> samples = List.of();
    public volatile @Nullable Connection connection;
    public volatile @Nullable Function<Command, Reply> answers;

    public StagedEngine(Engine real) {
        this.real = real;
    }

    @Override
    public EngineInfo info() {
        return real.info();
    }

    @Override
    public Counters counters() {
        return real.counters();
    }

    @Override
    public List<Connection> connections() {
        Connection staged = connection;
        return staged == null ? real.connections() : List.of(staged);
    }

    @Override
    public Optional<Connection> connection(String id) {
        return connections().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    @Override
    public EventPage events(long after, int limit) {
        return real.events(after, limit);
    }

    @Override
    public FrameView frames(FrameQuery query) throws FilterException {
        return real.frames(query);
    }

    @Override
    public CompletionStage<Optional<Payload>> framePayload(long seq) {
        return real.framePayload(seq);
    }

    @Override
    public CompletionStage<Optional<Payload>> message(long seq) {
        return real.message(seq);
    }

    @Override
    public RttPage rtt(String id, Leg leg, long after) {
        List<RttPage.Sample> all = leg == Leg.CLIENT ? samples : List.of();
        int from = (int) Math.min(after, all.size());
        return new RttPage(0, all.subList(from, all.size()), all.size());
    }

    @Override
    public List<HmrStatus> hmr() {
        return hmr;
    }

    @Override
    public List<ServiceLevel> serviceLevels() {
        return levels;
    }

    @Override
    public List<FaultStatus> faults() {
        return faults;
    }

    @Override
    public List<BreakpointStatus> breakpoints() {
        return breakpoints;
    }

    @Override
    public List<HeldMessage> heldMessages() {
        return held;
    }

    @Override
    public CompletionStage<Optional<byte[]>> heldContent(String id) {
        return CompletableFuture.completedStage(
                held.stream()
                        .filter(m -> m.id().equals(id))
                        .findFirst()
                        .map(m -> m.preview().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<ReplayStatus> replays() {
        return replays;
    }

    @Override
    public CompletionStage<List<Route>> routes() {
        return real.routes();
    }

    @Override
    public CompletionStage<Reply> submit(Command command) {
        commands.add(command);
        Function<Command, Reply> staged = answers;
        return staged == null ? real.submit(command) : CompletableFuture.completedStage(staged.apply(command));
    }

    @Override
    public void close() {
        real.close();
    }
}
