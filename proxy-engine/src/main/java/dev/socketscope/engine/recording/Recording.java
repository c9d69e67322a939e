package dev.socketscope.engine.recording;

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
import dev.socketscope.engine.query.CaptureReader;
import dev.socketscope.engine.wire.HmrJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import dev.socketscope.engine.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording as an engine that stands still at its end: everything can be looked at, nothing can be changed. A connection that was
 * open to the last ends there. Any thread.
 */
public final class Recording implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final String FIXED = "A recording shows what was; it cannot be changed.";

    private final Path file;
    private final java.sql.Connection database;
    private final RecordedFacts facts;
    private final CaptureReader capture;
    private final EngineInfo info;
    private final Counters counters;
    private final List<Connection> connections;

    private Recording(Path file, java.sql.Connection database) throws SQLException {
        this.file = file;
        this.database = database;
        this.facts = new RecordedFacts(database);
        RecordedFrames frames = new RecordedFrames(database);
        this.capture = new CaptureReader(frames, facts.connections()::get);
        this.connections = List.copyOf(facts.connections().values());
        EngineInfo was = facts.engine().info();
        this.info = new EngineInfo(String.valueOf(file.getFileName()), was.version(), was.listen(), was.tls(),
                was.transport(), was.startedAt(), was.capture(), was.limits(), was.routes());
        Counters last = facts.status().counters().toApi();
        this.counters = new Counters(0, last.totalConnections(), last.failedHandshakes(), last.toUpstream(),
                last.toClient(), last.errors(), last.httpRequests(), frames.endSeq(), 0, last.captureBytes(),
                last.upkeep());
    }

    /**
     * Opens a file, also one that is being written: as it is at this moment.
     *
     * @throws IOException when it is not there, or no recording; the message names it and says what was expected
     */
    public static Recording open(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        if (!Files.isRegularFile(whole)) {
            throw new IOException(file + ": there is no such file, expected a recording");
        }
        java.sql.@Nullable Connection database = null;
        try {
            database = DriverManager.getConnection("jdbc:sqlite:file:" + whole.toUri().getRawPath() + "?mode=ro");
            Schema.check(database);
            return new Recording(whole, database);
        } catch (SQLException | WireException e) {
            closeQuietly(database);
            throw new IOException(file + " cannot be opened as a recording: " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(java.sql.@Nullable Connection database) {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException e) {
            LOG.debug("A file could not be closed: {}", e.getMessage());
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public List<Connection> connections() {
        return connections;
    }

    @Override
    public Optional<Connection> connection(String id) {
        return Optional.ofNullable(facts.connections().get(id));
    }

    @Override
    public EventPage events(long after, int limit) {
        return facts.events(after, limit);
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
        try {
            return facts.roundTrips(connection, leg, after);
        } catch (SQLException e) {
            LOG.warn("Round trips of a recording cannot be read: {}", e.getMessage());
            return RttPage.NOTHING;
        }
    }

    @Override
    public List<HmrStatus> hmr() {
        return facts.status().hmr().stream().map(HmrJson::toApi).toList();
    }

    @Override
    public List<ServiceLevel> serviceLevels() {
        return facts.status().serviceLevels().stream().map(ServiceLevelJson::toApi).toList();
    }

    /** None: those that were armed to the last are told by the events. */
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
        return CompletableFuture.completedStage(Optional.empty());
    }

    @Override
    public List<ReplayStatus> replays() {
        return List.of();
    }

    @Override
    public CompletionStage<List<Route>> routes() {
        return CompletableFuture.completedStage(List.of());
    }

    @Override
    public CompletionStage<Reply> submit(Command command) {
        return CompletableFuture.completedStage(new Reply.Refused(FIXED));
    }

    /** Lets go of the file. */
    @Override
    public void close() {
        capture.close();
        closeQuietly(database);
    }
}
