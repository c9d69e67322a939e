package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
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
import dev.socketscope.engine.api.Playable;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.query.CaptureReader;
import dev.socketscope.engine.wire.FaultStatusJson;
import dev.socketscope.engine.wire.HmrJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import dev.socketscope.engine.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording as an engine that stands still, at its end unless somebody goes to another moment: everything can be looked at, nothing can be changed. A
 * connection that was open to the last ends there. Any thread.
 */
public final class Recording implements Playable {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final String FIXED = "A recording shows what was; it cannot be changed.";

    private final Path file;
    private final java.sql.Connection database;
    private final Runnable afterwards;
    private final RecordedFacts facts;
    private final RecordedFrames frames;
    private final CaptureReader capture;
    private final EngineInfo info;
    private final Standings standings;
    private volatile Standing standing;

    private Recording(Path file, java.sql.Connection database, Runnable afterwards) throws SQLException {
        this.file = file;
        this.database = database;
        this.afterwards = afterwards;
        this.facts = new RecordedFacts(database);
        this.frames = new RecordedFrames(database);
        this.capture = new CaptureReader(frames, facts.connections()::get);
        this.standings = new Standings(database, facts, frames);
        this.standing = standings.last();
        EngineInfo was = facts.engine().info();
        this.info = new EngineInfo(String.valueOf(file.getFileName()), was.version(), was.listen(), was.tls(),
                was.transport(), was.startedAt(), was.capture(), was.limits(), was.routes());
    }

    /**
     * Opens a file, also one that is being written: as it is at this moment. An HTTP archive becomes a recording for as long as it is open.
     *
     * @throws IOException when it is not there, or neither; the message names it and says what was expected
     */
    public static Recording open(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        if (!Files.isRegularFile(whole)) {
            throw new IOException(file + ": there is no such file, expected a recording");
        }
        return HarRecording.isHar(whole) ? ofArchive(whole) : open(whole, whole, () -> {});
    }

    /** The archive stays as it is; what is made of it is only its owner's, and is removed in the end. */
    private static Recording ofArchive(Path archive) throws IOException {
        TemporaryFolder folder = TemporaryFolder.make();
        try {
            Path made = folder.path().resolve(archive.getFileName() + ".sockets");
            HarRecording.write(archive, made);
            return open(archive, made, folder::remove);
        } catch (SQLException | IOException e) {
            folder.remove();
            throw new IOException(archive + " cannot be opened as an HTTP archive: " + e.getMessage(), e);
        }
    }

    /** @param file under which it is known */
    private static Recording open(Path file, Path read, Runnable afterwards) throws IOException {
        java.sql.@Nullable Connection database = null;
        try {
            database = DriverManager.getConnection("jdbc:sqlite:file:" + read.toUri().getRawPath() + "?mode=ro");
            Schema.check(database);
            return new Recording(file, database, afterwards);
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
    public Instant begin() {
        return facts.begin();
    }

    @Override
    public Instant end() {
        return facts.end();
    }

    @Override
    public Instant moment() {
        return standing.moment();
    }

    @Override
    public List<Event> history() {
        return facts.history();
    }

    @Override
    public synchronized void go(Instant moment) {
        Instant within = moment.isBefore(begin()) ? begin() : moment.isAfter(end()) ? end() : moment;
        try {
            standing = standings.at(within);
        } catch (SQLException e) {
            LOG.warn("A moment of a recording cannot be read: {}", e.getMessage());
        }
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public Counters counters() {
        return standing.counters();
    }

    @Override
    public List<Connection> connections() {
        return standing.inOrder();
    }

    @Override
    public Optional<Connection> connection(String id) {
        return Optional.ofNullable(standing.connections().get(id));
    }

    @Override
    public EventPage events(long after, int limit) {
        return facts.events(after, limit, standing.endEvent());
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
            return facts.roundTrips(connection, leg, after,
                    ChronoUnit.MICROS.between(Instant.EPOCH, standing.moment()));
        } catch (SQLException e) {
            LOG.warn("Round trips of a recording cannot be read: {}", e.getMessage());
            return RttPage.NOTHING;
        }
    }

    @Override
    public List<HmrStatus> hmr() {
        return standing.status().hmr().stream().map(HmrJson::toApi).toList();
    }

    @Override
    public List<ServiceLevel> serviceLevels() {
        return standing.status().serviceLevels().stream().map(ServiceLevelJson::toApi).toList();
    }

    /** None at the end, where nothing acts any more: those that were armed to the last are told by the events. */
    @Override
    public List<FaultStatus> faults() {
        return standing.moment().isBefore(end())
                ? standing.status().faults().stream().map(FaultStatusJson::toApi).toList() : List.of();
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
        frames.close();
        closeQuietly(database);
        afterwards.run();
    }
}
