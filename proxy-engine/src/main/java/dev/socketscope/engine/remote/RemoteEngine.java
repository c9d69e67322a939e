package dev.socketscope.engine.remote;

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
import dev.socketscope.engine.query.filter.Filter;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * An engine behind a control port. What it tells at once is as old as {@link LinkStatus#lag} and a tick of the link, a quarter of a
 * second for connections and counters; secrets in handshakes are masked by the other side. While the link is away, what was told
 * last stands, and {@link #link} says so.
 */
public final class RemoteEngine implements Engine {
    private final ControlApi api;
    private final CommandCalls commands;
    private final Mirror mirror;
    private final Link link;

    private RemoteEngine(ControlApi api, Mirror mirror, Link link) {
        this.api = api;
        this.commands = new CommandCalls(api);
        this.mirror = mirror;
        this.link = link;
    }

    /**
     * Asks the engine who it is, and keeps a link to it from then on.
     *
     * @param control for example {@code http://127.0.0.1:9001}
     * @param token what the control port's file holds
     * @throws IOException when nobody answers, or not with status 200; the message says what came instead
     */
    public static RemoteEngine connect(URI control, String token) throws IOException, InterruptedException {
        ControlApi api = new ControlApi(control, token);
        try {
            Mirror mirror = new Mirror(Json.read(api.get("/engine"), EngineJson.class));
            Link link = new Link(control, token, api, mirror);
            link.start();
            return new RemoteEngine(api, mirror, link);
        } catch (IOException | InterruptedException | IllegalArgumentException e) {
            api.close();
            throw e;
        }
    }

    /** How the link is now. */
    public LinkStatus link() {
        return link.status();
    }

    @Override
    public EngineInfo info() {
        return mirror.info();
    }

    @Override
    public Counters counters() {
        return mirror.status().counters();
    }

    @Override
    public List<Connection> connections() {
        return mirror.connections.all();
    }

    @Override
    public Optional<Connection> connection(String id) {
        return mirror.connections.find(id);
    }

    @Override
    public EventPage events(long after, int limit) {
        return mirror.events.read(after, limit);
    }

    @Override
    public FrameView frames(FrameQuery query) throws FilterException {
        Filter.parse(query.filter());
        return mirror.views.open(query);
    }

    @Override
    public CompletionStage<Optional<Payload>> framePayload(long seq) {
        return api.payload("/frames/" + Math.max(0, seq) + "/payload");
    }

    @Override
    public CompletionStage<Optional<Payload>> message(long seq) {
        return api.payload("/frames/" + Math.max(0, seq) + "/payload?message=true");
    }

    @Override
    public RttPage rtt(String connection, Leg leg, long after) {
        return mirror.rtt.read(connection, leg, after);
    }

    @Override
    public List<HmrStatus> hmr() {
        return mirror.status().hmr();
    }

    @Override
    public List<ServiceLevel> serviceLevels() {
        return mirror.status().levels();
    }

    @Override
    public List<FaultStatus> faults() {
        return mirror.status().faults();
    }

    @Override
    public List<BreakpointStatus> breakpoints() {
        return mirror.status().breakpoints();
    }

    @Override
    public List<HeldMessage> heldMessages() {
        return mirror.status().held();
    }

    @Override
    public CompletionStage<Optional<byte[]>> heldContent(String id) {
        return api.heldContent(id);
    }

    @Override
    public List<ReplayStatus> replays() {
        return mirror.status().replays();
    }

    @Override
    public CompletionStage<List<Route>> routes() {
        return api.routes();
    }

    @Override
    public CompletionStage<Reply> submit(Command command) {
        return commands.submit(command);
    }

    /** Ends the link only: the engine goes on, and so do its connections. */
    @Override
    public void close() {
        link.close();
        api.close();
    }
}
