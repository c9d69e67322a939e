package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
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
import dev.socketscope.engine.journal.EventLog;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.metrics.JvmReading;
import dev.socketscope.engine.metrics.MetricsReading;
import dev.socketscope.engine.metrics.PrometheusText;
import dev.socketscope.engine.query.CaptureReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The engine in this process: a listener, its event loops, and what they wrote down. */
public final class LocalEngine implements Engine {
    private final RelayServer server;
    private final Reconfiguration configuration;
    private final EventLog events;
    private final Commands commands;
    private final CaptureReader capture;
    private final Playbacks replays;

    private LocalEngine(RelayServer server, EngineInfo info, EventLog events) {
        this.server = server;
        this.events = events;
        RelayContext relay = server.context();
        this.configuration = new Reconfiguration(relay, info);
        ConnectionRegistry registry = relay.registry();
        FrameLog frames = relay.frames();
        this.capture = new CaptureReader(frames, id -> connection(id).orElse(null));
        this.replays = new Playbacks(capture, relay.events());
        this.commands = new Commands(registry, frames, new FaultCommands(relay.faults(), registry),
                new BreakpointCommands(relay.breakpoints(), registry), replays, configuration);
    }

    /**
     * Starts listening.
     *
     * @throws IllegalArgumentException when a route cannot work; the message says which and what was expected
     * @throws java.io.UncheckedIOException with a {@link java.net.BindException} when the address cannot be bound
     */
    public static LocalEngine start(EngineConfig config) {
        return start(config, Transport.of(config.transport()), Timing.DEFAULT);
    }

    static LocalEngine start(EngineConfig config, Transport transport, Timing timing) {
        EventLog events = new EventLog(EngineIdentity.EVENTS_KEPT);
        FrameLog frames = new FrameLog(config.capture().maxBytes(), config.capture().maxPayload(), IdScramble::id);
        RelayServer server = RelayServer.start(config, transport, timing, events, frames);
        return new LocalEngine(server, EngineIdentity.of(config, transport, server.address()), events);
    }

    /**
     * Takes other routes, limits and certificates over, all of them or none. Connections that are open keep theirs, also when a leg of them is dialled
     * again; what comes later finds the new ones. May take a moment when a route is the first one to need TLS.
     *
     * @param config whose address and capture are not looked at: they cannot change, nor whether there is TLS
     * @param source where it came from, for people
     * @throws IllegalArgumentException when a route cannot work; then nothing has changed
     */
    public void reconfigure(EngineConfig config, String source) {
        configuration.change(config, source);
    }

    RelayContext context() {
        return server.context();
    }

    @Override
    public EngineInfo info() {
        return configuration.info();
    }

    @Override
    public Counters counters() {
        return server.context().counters();
    }

    @Override
    public List<Connection> connections() {
        return server.context().registry().views();
    }

    @Override
    public Optional<Connection> connection(String id) {
        return Optional.ofNullable(server.context().registry().find(id)).map(WsConnection::view);
    }

    @Override
    public EventPage events(long after, int limit) {
        return events.read(after, limit);
    }

    @Override
    public FrameView frames(FrameQuery query) throws FilterException {
        return capture.open(query);
    }

    @Override
    public CompletionStage<Optional<Payload>> framePayload(long seq) {
        return capture.frame(seq);
    }

    @Override
    public CompletionStage<Optional<Payload>> message(long seq) {
        return capture.message(seq);
    }

    @Override
    public RttPage rtt(String connection, Leg leg, long after) {
        WsConnection known = server.context().registry().find(connection);
        return known == null ? RttPage.NOTHING : known.roundTrips(leg, after);
    }

    @Override
    public List<HmrStatus> hmr() {
        return HmrCommands.all(server.context().registry());
    }

    @Override
    public List<ServiceLevel> serviceLevels() {
        return server.levels().levels();
    }

    @Override
    public List<FaultStatus> faults() {
        return server.context().faults().status();
    }

    @Override
    public List<BreakpointStatus> breakpoints() {
        return server.context().breakpoints().status();
    }

    @Override
    public List<HeldMessage> heldMessages() {
        return server.context().breakpoints().heldMessages();
    }

    @Override
    public CompletionStage<Optional<byte[]>> heldContent(String id) {
        return capture.later(() -> server.context().breakpoints().find(id).map(entry -> entry.unchanged().payload()));
    }

    @Override
    public List<ReplayStatus> replays() {
        return replays.status();
    }

    @Override
    public CompletionStage<List<Route>> routes() {
        return CompletableFuture.completedStage(server.context().routes().now().routes());
    }

    /** What is captured, for whoever keeps it elsewhere. */
    public FrameStore captured() {
        return server.context().frames();
    }

    /** All metrics; any thread but an event loop. */
    public String metrics(PrometheusText.Format format) {
        RelayContext relay = server.context();
        Tally tally = relay.tally();
        MetricsReading.Handshakes handshakes = new MetricsReading.Handshakes(tally.openedConnections(),
                tally.refusedHandshakes(), tally.failedHandshakes() - tally.refusedHandshakes());
        return PrometheusText
                .write(new MetricsReading(info().version(), counters(), handshakes, relay.metrics().snapshot(),
                        relay.faults().fired(), JvmReading.now()), format);
    }

    @Override
    public CompletionStage<Reply> submit(Command command) {
        return commands.run(command);
    }

    @Override
    public void close() {
        server.close();
        capture.close();
    }
}
