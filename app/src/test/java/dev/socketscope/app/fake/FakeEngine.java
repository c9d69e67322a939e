package dev.socketscope.app.fake;

import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Event;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** An engine that a test fills by hand, or that runs by itself with seeded traffic. */
public final class FakeEngine implements Engine {
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final FakeCapture capture = new FakeCapture();
    private final FakeTraffic traffic;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fake-engine").factory());
    /** What was asked of it, oldest first. */
    public final List<Command> commands = new CopyOnWriteArrayList<>();
    private final FakeHmr hmr = new FakeHmr();
    private final FakeFaults faults = new FakeFaults();
    private final FakeBreakpoints breakpoints = new FakeBreakpoints();
    private final FakeHeld held = new FakeHeld(this::tell);
    private volatile List<ServiceLevel> levels = FakeLevels.GOOD;
    private long errors;
    private long total;

    private FakeEngine(long seed) {
        traffic = new FakeTraffic(seed);
    }

    /** Nobody is connected, and nothing moves unless the test moves it. */
    public static FakeEngine empty() {
        return new FakeEngine(1);
    }

    /** One connection in every state and a few more, with traffic that a test moves by {@link #move()}. */
    public static FakeEngine busy(long seed) {
        FakeEngine engine = new FakeEngine(seed);
        engine.traffic.cast().forEach(engine::put);
        for (int i = 0; i < 40; i++) {
            engine.move();
        }
        return engine;
    }

    /** As {@link #busy} with what went wrong before: losses, attempts, clients that came again, hot-reload queues. */
    public static FakeEngine troubled(long seed) {
        FakeEngine engine = new FakeEngine(seed);
        FakeReconnecting.connections().forEach(engine::put);
        engine.traffic.cast().forEach(engine::put);
        FakeLosses.tell(engine);
        engine.hmr.fill();
        engine.faults.fill();
        FakeFaults.tell(engine);
        engine.levels = FakeLevels.MIXED;
        for (int i = 0; i < 40; i++) {
            engine.move();
        }
        return engine;
    }

    /** What {@link #hmr()} answers, for a test to change. */
    public FakeHmr hotReload() {
        return hmr;
    }

    /** Answers these service levels from now on. */
    public void levels(List<ServiceLevel> now) {
        levels = List.copyOf(now);
    }

    /** Moves by itself, twenty times a second. */
    public FakeEngine run() {
        thread.scheduleAtFixedRate(this::move, 50, 50, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Some seeded messages on every open connection. */
    public synchronized void move() {
        for (Connection connection : List.copyOf(connections.values())) {
            if (connection.state() == State.OPEN) {
                connections.put(connection.id(), traffic.advance(connection, capture));
            }
        }
    }

    /** Adds or replaces a connection and tells the event that goes with its state. */
    public synchronized void put(Connection connection) {
        Connection before = connections.put(connection.id(), connection);
        if (before == null) {
            total++;
            tell(seq -> new Event.ConnectionRequested(seq, connection.openedAt(), connection.id(), connection.path(),
                    connection.client().address(), connection.route()));
            if (connection.handshake().status() != 0) {
                tell(seq -> new Event.ConnectionOpened(seq, connection.openedAt().plusMillis(66), connection.id(),
                        connection.handshake().totalMicros()));
            }
        }
        CloseInfo close = connection.close();
        if (close != null) {
            Instant at = connection.closedAt() == null ? Instant.now() : connection.closedAt();
            errors += close.manner() == CloseInfo.Manner.RST ? 1 : 0;
            tell(seq -> new Event.ConnectionClosed(seq, at, connection.id(), close));
        }
    }

    /** @param event built with the number it gets */
    public synchronized void tell(LongFunction<Event> event) {
        events.add(event.apply(events.size()));
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("Local engine", "0.1.0", "127.0.0.1:9000", "epoll", Instant.now().minusSeconds(754),
                EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT,
                List.of(new EngineInfo.RouteInfo("*/", "http://127.0.0.1:5173")));
    }

    @Override
    public synchronized Counters counters() {
        Connection.Traffic up = Connection.Traffic.NONE;
        Connection.Traffic down = Connection.Traffic.NONE;
        long active = 0;
        for (Connection connection : connections.values()) {
            up = up.plus(connection.toUpstream());
            down = down.plus(connection.toClient());
            active += connection.live() ? 1 : 0;
        }
        return new Counters(active, total, 1, up, down, errors, 38, capture.end(), 0, capture.bytes(),
                Counters.Upkeep.NONE);
    }

    @Override
    public synchronized List<Connection> connections() {
        return List.copyOf(connections.values());
    }

    @Override
    public synchronized Optional<Connection> connection(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    @Override
    public synchronized EventPage events(long after, int limit) {
        int from = (int) Math.min(after, events.size());
        int to = Math.min(events.size(), from + limit);
        return new EventPage(0, List.copyOf(events.subList(from, to)), to);
    }

    @Override
    public FrameView frames(FrameQuery query) throws FilterException {
        return capture.view(query);
    }

    @Override
    public CompletionStage<Optional<Payload>> framePayload(long seq) {
        return CompletableFuture.completedFuture(capture.payload(seq));
    }

    @Override
    public CompletionStage<Optional<Payload>> message(long seq) {
        return framePayload(seq);
    }

    @Override
    public RttPage rtt(String connection, Leg leg, long after) {
        return connection(connection).map(c -> FakeRtt.page(c, leg, after, Instant.now())).orElse(RttPage.NOTHING);
    }

    @Override
    public List<HmrStatus> hmr() {
        return hmr.all();
    }

    @Override
    public List<ServiceLevel> serviceLevels() {
        return levels;
    }

    @Override
    public List<FaultStatus> faults() {
        return faults.all();
    }

    /** What {@link #faults()} answers, for a test to change. */
    public FakeFaults armed() {
        return faults;
    }

    /** What {@link #heldMessages()} answers, for a test to change. */
    public FakeHeld held() {
        return held;
    }

    @Override
    public List<BreakpointStatus> breakpoints() {
        return breakpoints.all();
    }

    @Override
    public List<HeldMessage> heldMessages() {
        return held.all();
    }

    @Override
    public CompletionStage<Optional<byte[]>> heldContent(String id) {
        return CompletableFuture.completedFuture(held.content(id));
    }

    @Override
    public CompletionStage<List<Route>> routes() {
        return CompletableFuture.completedStage(List.of(Route.toEverything("http://127.0.0.1:5173")));
    }

    @Override
    public List<ReplayStatus> replays() {
        return List.of();
    }

    /** Does at once what the real engine does a little later. */
    @Override
    public synchronized CompletionStage<Reply> submit(Command command) {
        commands.add(command);
        return CompletableFuture.completedFuture(switch (command) {
            case Command.EndConnection end -> end(end);
            case Command.ClearCapture clear -> new Reply.Done("Capture cleared");
            case Command.InjectMessage inject -> new Reply.Done("Sent into " + inject.connection());
            case Command.RetryNow retry -> retry(retry.connection());
            case Command.GiveUp give -> giveUp(give.connection());
            case Command.ChangeSchedule change -> new Reply.Done("Schedule of " + change.connection() + " changed");
            case Command.CloseSandbox sandbox -> new Reply.Done("Closing " + sandbox.sandbox());
            case Command.FlushHmr flush -> hmr.empty(flush.connection(), "Flushed ");
            case Command.DropHmr drop -> hmr.empty(drop.connection(), "Dropped ");
            case Command.ArmFault arm -> faults.arm(arm.fault());
            case Command.DisarmFault disarm -> faults.disarm(disarm.id());
            case Command.DisarmAll _ -> faults.disarmAll();
            case Command.SetBreakpoint set -> breakpoints.set(set.breakpoint());
            case Command.ClearBreakpoint clear -> breakpoints.clear(clear.id());
            case Command.ClearBreakpoints _ -> breakpoints.clearAll();
            case Command.ReleaseHeld release -> held.release(release.id(), release.how());
            case Command.StartReplay _ -> new Reply.Armed("rpl_1", List.of());
            case Command.CancelReplay cancel -> new Reply.Done("Cancelling " + cancel.id());
            case Command.ReplaceRoutes _ -> new Reply.Done("Replaced the routes");
            case Command.CancelReplays _ -> new Reply.Done("Cancelling all");
        });
    }

    /** Does it at once and answers on the same thread, as models want it. */
    public void submit(Command command, Consumer<Reply> answered) {
        answered.accept(submit(command).toCompletableFuture().join());
    }

    private Reply end(Command.EndConnection end) {
        Connection connection = connections.get(end.connection());
        if (connection == null || !connection.live()) {
            return new Reply.Refused("The connection has already ended");
        }
        put(FakeTraffic.closed(connection, new CloseInfo(CloseInfo.By.ENGINE, CloseInfo.Manner.CLOSE_FRAME, end.code(),
                end.reason(), null)));
        return new Reply.Done("Ended " + end.connection());
    }

    private Reply retry(String id) {
        Connection connection = connections.get(id);
        if (connection == null || connection.survival().away() == null) {
            return new Reply.Refused("No leg of it is missing");
        }
        Connection.Away away = connection.survival().away();
        int flushed = connection.survival().bufferedToUpstream();
        connections.put(id, FakeTraffic.carried(connection, new Connection.Survival(0, 0, 0,
                connection.survival().reconnects() + 1, null, connection.survival().hmr())));
        tell(seq -> new Event.UpstreamBack(seq, Instant.now(), id, away.attempt(),
                Duration.between(away.since(), Instant.now()), flushed));
        return new Reply.Done("Dialling " + id);
    }

    private Reply giveUp(String id) {
        Connection connection = connections.get(id);
        if (connection == null || connection.survival().away() == null) {
            return new Reply.Refused("No leg of it is missing");
        }
        put(FakeTraffic.closed(connection, new CloseInfo(CloseInfo.By.ENGINE, CloseInfo.Manner.CLOSE_FRAME, 1011,
                "upstream lost", null)));
        return new Reply.Done("Given up " + id);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
