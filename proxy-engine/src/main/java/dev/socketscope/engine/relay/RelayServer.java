package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.journal.EventLog;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.metrics.MetricsHub;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Owns the event loops and everything that has to be started and stopped with them. */
final class RelayServer implements AutoCloseable {
    private static final long CLOSE_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(3_500);
    private static final String LEAK_LEVEL = "io.netty.leakDetection.level";

    private final RelayContext context;
    private final EventLoopGroup loops;
    private final NameResolver resolver;
    private final ChannelGroup clients;
    private final Listener listener;
    private final LevelWatch levels;

    private RelayServer(RelayContext context, EventLoopGroup loops, NameResolver resolver, ChannelGroup clients,
            Listener listener) {
        this.context = context;
        this.loops = loops;
        this.resolver = resolver;
        this.clients = clients;
        this.listener = listener;
        this.levels = new LevelWatch(context);
        levels.start(loops.next());
    }

    static RelayServer start(EngineConfig config, Transport transport, Timing timing, EventLog log, FrameLog frames) {
        spareLeakSamples();
        UpstreamContexts tls = new UpstreamContexts();
        ClientTls clientTls = new ClientTls(config, InstantSource.system());
        LiveRoutes routes = new LiveRoutes(new RouteTable(config.routes()), tls);
        SocketOptions options = new SocketOptions();
        NameResolver resolver = new NameResolver();
        int threads = Runtime.getRuntime().availableProcessors();
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(threads,
                new DefaultThreadFactory("socketscope-loop", true), transport.io());
        MetricsHub metrics = new MetricsHub(threads);
        EngineEvents events = new EngineEvents(log);
        ConnectionRegistry registry = new ConnectionRegistry();
        Tally tally = new Tally();
        RelayContext context = new RelayContext(config.capture(), routes,
                new UpstreamConnector(transport, options, resolver, tls),
                new Admission(config.limits()), tally, events, frames, new WallClock(), registry,
                new ResumeSessions(), new PollSessions(), new HmrPages(), new FaultBoard(events, registry),
                new BreakpointBoard(events, registry, tally),
                timing, states(loops, metrics), metrics, clientTls, new Seldom());
        ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        try {
            Listener listener = Listener.bind(transport, loops, config.listen(),
                    new FirstClient(() -> ShortTurns.giveTo(loops)), new ClientPipeline(context, options, clients));
            events.engineStarted(LegSocket.text(listener.address()));
            return new RelayServer(context, loops, resolver, clients, listener);
        } catch (RuntimeException e) {
            resolver.close();
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw e;
        }
    }

    /** Netty takes stack traces of one buffer in 128, more than 1 % of what small messages cost. Tests and those who look for a leak ask for it. */
    private static void spareLeakSamples() {
        if (System.getProperty(LEAK_LEVEL) == null) {
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
    }

    private static Map<EventExecutor, LoopState> states(EventLoopGroup loops, MetricsHub metrics) {
        Map<EventExecutor, LoopState> states = new HashMap<>();
        for (EventExecutor loop : loops) {
            states.put(loop, new LoopState((EventLoop) loop, metrics.loop(states.size())));
        }
        return Map.copyOf(states);
    }

    LevelWatch levels() {
        return levels;
    }

    RelayContext context() {
        return context;
    }

    InetSocketAddress address() {
        return listener.address();
    }

    /** Says good-bye to every WebSocket, waits for the answers a moment, and frees sockets and threads. */
    @Override
    public void close() {
        if (loops.isShuttingDown()) {
            return;
        }
        listener.stopAccepting();
        context.faults().close();
        List<Tunnel> tunnels = context.registry().tunnels();
        for (Tunnel tunnel : tunnels) {
            tunnel.end(new Command.EndConnection(tunnel.connection().id(), Command.Legs.BOTH, Command.Mode.CLOSE,
                    CloseCode.GOING_AWAY, "the engine is shutting down"));
        }
        long deadline = System.nanoTime() + CLOSE_LIMIT_NANOS;
        for (Tunnel tunnel : tunnels) {
            tunnel.awaitEnd(deadline - System.nanoTime());
        }
        clients.close().awaitUninterruptibly(500);
        context.loops().forEach((loop, state) -> loop.execute(state.pool()::closeAll));
        loops.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1_000);
        resolver.close();
    }
}
