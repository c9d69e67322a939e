package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.EventPageJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what an engine sees while it runs. Traffic never waits for it: frames that the capture has dropped before they were
 * written are counted as missed.
 *
 * <pre>
 *   capture, events, connections, round trips ──four times a second──► write-ahead log ──► file
 *                                                  full? ──► next file, the oldest is removed
 * </pre>
 *
 * Secrets in handshakes and addresses are masked as in the control API unless they are asked for; payloads are written as they are. Any thread.
 */
public final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final int EVENTS_AT_ONCE = 1_000;
    private static final int SLOW_TURNS = 4;

    /**
     * @param fileBytes after so many bytes the next file begins, at least 1 MiB
     * @param files so many are kept, the one that is written included; at least 1
     */
    public record Bounds(long fileBytes, int files) {
        public static final Bounds DEFAULT = new Bounds(2L << 30, 4);
    }

    private final Engine engine;
    private final FrameStore store;
    private final Path first;
    private final Bounds bounds;
    private final boolean secrets;
    private final Instant since = Instant.now();
    private final Deque<Path> finished = new ArrayDeque<>();
    private final Map<String, Connection> written = new HashMap<>();
    private final Map<String, long[]> sampled = new HashMap<>();
    private final CapturedFrame copy = new CapturedFrame();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("recorder").unstarted(this::run);
    private RecordingWriter writer;
    private Path file;
    private int number = 1;
    private long nextFrame;
    private long settled;
    private long nextEvent;
    private long frames;
    private long missed;
    private volatile RecorderStatus status;

    private Recorder(Engine engine, FrameStore store, Path file, Bounds bounds, boolean secrets)
            throws IOException, SQLException {
        this.engine = engine;
        this.store = store;
        this.first = file;
        this.file = file;
        this.bounds = bounds;
        this.secrets = secrets;
        this.writer = RecordingWriter.create(file, EngineJson.of(engine), secrets);
        this.nextFrame = store.firstSeq();
        this.status = new RecorderStatus(file, since, true, 0, 0, 0, 0, "");
    }

    /**
     * Begins a recording, with what is captured already.
     *
     * @param engine stays the caller's
     * @param store the engine's capture
     * @param file is made, with its folders; further files have a number before their extension
     * @param secrets whether tokens and cookies of handshakes stand in it as they were sent, instead of masked
     * @throws IOException when it cannot be written, or there is such a file; the message names it
     */
    public static Recorder start(Engine engine, FrameStore store, Path file, Bounds bounds, boolean secrets)
            throws IOException {
        try {
            Recorder recorder = new Recorder(engine, store, file.toAbsolutePath(), bounds, secrets);
            recorder.thread.start();
            return recorder;
        } catch (SQLException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** As {@link #start(Engine, FrameStore, Path, Bounds, boolean)}, without secrets. */
    public static Recorder start(Engine engine, FrameStore store, Path file, Bounds bounds) throws IOException {
        return start(engine, store, file, bounds, false);
    }

    public RecorderStatus status() {
        return status;
    }

    private void run() {
        String trouble = "";
        try {
            for (int turn = 0; !stop.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS); turn++) {
                write(turn % SLOW_TURNS == 0);
            }
            settled = store.endSeq();
            write(true);
        } catch (SQLException | IOException | RuntimeException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.warn("The recording in {} ends: {}", file, trouble);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            writer.close();
        } catch (SQLException e) {
            trouble = trouble.isEmpty() ? String.valueOf(e.getMessage()) : trouble;
        }
        RecorderStatus last = status;
        status = new RecorderStatus(file, since, false, frames, missed, last.bytes(), finished.size(), trouble);
    }

    private void write(boolean everything) throws SQLException, IOException {
        writeFrames();
        writeEvents();
        if (everything) {
            writeConnections();
            writer.status(Instant.now(), StatusJson.of(engine));
        }
        writer.commit();
        long bytes = writer.bytes();
        status = new RecorderStatus(file, since, true, frames, missed, bytes, finished.size(), "");
        if (bytes >= bounds.fileBytes()) {
            roll();
        }
    }

    /** A turn behind, so that the times in the engine of those that are written are known. */
    private void writeFrames() throws SQLException {
        long end = settled;
        settled = store.endSeq();
        for (; nextFrame < end; nextFrame++) {
            if (store.read(nextFrame, Integer.MAX_VALUE, copy)) {
                writer.frame(copy, store.connectionId(copy.connection()));
                frames++;
            } else {
                long skipped = Math.min(Math.max(store.firstSeq(), nextFrame + 1), end) - nextFrame;
                missed += skipped;
                nextFrame += skipped - 1;
            }
        }
    }

    private void writeEvents() throws SQLException {
        EventPage page;
        do {
            page = engine.events(nextEvent, EVENTS_AT_ONCE);
            for (var event : EventPageJson.of(page).events()) {
                writer.event(event);
            }
            nextEvent = page.next();
        } while (page.events().size() == EVENTS_AT_ONCE);
    }

    private void writeConnections() throws SQLException {
        List<Connection> connections = engine.connections();
        for (Connection connection : connections) {
            boolean news = !connection.equals(written.get(connection.id()));
            if (news) {
                writer.connection(connection);
                written.put(connection.id(), connection);
            }
            if (news || connection.live()) {
                for (Leg leg : Leg.values()) {
                    writeSamples(connection.id(), leg);
                }
            }
        }
        forgetAllBut(connections);
    }

    private void writeSamples(String connection, Leg leg) throws SQLException {
        long[] cursors = sampled.computeIfAbsent(connection, fresh -> new long[Leg.values().length]);
        RttPage page = engine.rtt(connection, leg, cursors[leg.ordinal()]);
        long number = page.next() - page.samples().size();
        for (RttPage.Sample sample : page.samples()) {
            writer.sample(connection, leg, number++, sample);
        }
        cursors[leg.ordinal()] = page.next();
    }

    /** What the engine has forgotten need not be compared with any more. */
    private void forgetAllBut(List<Connection> connections) {
        Set<String> known = connections.stream().map(Connection::id).collect(Collectors.toSet());
        written.keySet().retainAll(known);
        sampled.keySet().retainAll(known);
    }

    private void roll() throws SQLException, IOException {
        writer.close();
        finished.addLast(file);
        while (finished.size() >= bounds.files()) {
            Files.deleteIfExists(finished.removeFirst());
        }
        file = numbered(++number);
        writer = RecordingWriter.create(file, EngineJson.of(engine), secrets);
        // All are written once more: every file stands for itself.
        written.clear();
    }

    /** {@code name-2.ext}. */
    private Path numbered(int index) {
        String name = String.valueOf(first.getFileName());
        int dot = name.lastIndexOf('.');
        String numbered = dot < 0 ? name + "-" + index : name.substring(0, dot) + "-" + index + name.substring(dot);
        return first.resolveSibling(numbered);
    }

    /** Writes what there is and ends the file. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (!thread.join(LONGEST_END)) {
                LOG.warn("The recording in {} takes long to end", file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
