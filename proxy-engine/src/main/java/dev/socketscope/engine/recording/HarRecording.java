package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.har.HarEntry;
import dev.socketscope.engine.har.HarException;
import dev.socketscope.engine.har.HarMessage;
import dev.socketscope.engine.har.HarReader;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.EventPageJson;
import dev.socketscope.engine.wire.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes a recording of an HTTP archive: each message becomes a frame, and what the archive tells of its connection a handshake, an end and
 * events.
 */
final class HarRecording implements HarReader.Sink {
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int MASKED = 1 << 9;
    private static final int TO_CLIENT = 1 << 8;
    private static final int FIN = 0x80;
    private static final Pattern OWN_ID = Pattern.compile("ws_[a-z0-9]{1,20}");
    private static final int LONGEST_BLANK = 64;

    private final RecordingWriter writer;
    private final CapturedFrame frame = new CapturedFrame();
    private final List<Connection> connections = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable HarConnection current;
    private long frames;
    private long newestMicros;
    private boolean inOrder = true;

    private HarRecording(RecordingWriter writer) {
        this.writer = writer;
    }

    /** Whether it may be an archive rather than a recording: it begins with an object of JSON. */
    static boolean isHar(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte each : in.readNBytes(LONGEST_BLANK)) {
                // A byte order mark may stand before it.
                if (each >= 0 && !Character.isWhitespace(each)) {
                    return each == '{';
                }
            }
            return false;
        }
    }

    /**
     * @param recording a file that does not exist yet
     * @throws HarException when the archive cannot be understood
     */
    static void write(Path archive, Path recording) throws IOException, SQLException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                RecordingWriter writer = RecordingWriter.create(recording, HarEngine.of("", List.of(), 0), false)) {
            HarRecording har = new HarRecording(writer);
            har.finish(HarReader.read(in, har));
        }
    }

    @Override
    public void message(String connection, HarMessage message) throws IOException {
        HarConnection of = current(connection);
        current = of;
        inOrder &= message.atMicros() >= newestMicros;
        newestMicros = Math.max(newestMicros, message.atMicros());
        int bits = FIN | message.code() | (message.direction() == Direction.TO_UPSTREAM ? MASKED : TO_CLIENT);
        byte[] data = message.data();
        frame.fill(frames, 0, bits, message.atMicros(), data.length, frames, (int) Frame.IN_PROXY_UNKNOWN, data.length,
                data, Integer.MAX_VALUE);
        frames++;
        of.count(message);
        try {
            writer.frame(frame, of.id());
        } catch (SQLException e) {
            throw new IOException("a message cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void entry(String connection, HarEntry entry) throws IOException {
        Connection made = current(connection).connection(entry);
        current = null;
        if (connections.size() >= MOST_CONNECTIONS) {
            throw new IOException("it has more than " + MOST_CONNECTIONS + " WebSockets");
        }
        connections.add(made);
        try {
            writer.connection(made);
        } catch (SQLException e) {
            throw new IOException("a connection cannot be written: " + e.getMessage(), e);
        }
    }

    private HarConnection current(String connection) {
        HarConnection of = current;
        return of == null ? new HarConnection(free(connection)) : of;
    }

    /** The id that this program has written, if no other connection of the file has it. */
    private String free(String wanted) {
        String id = OWN_ID.matcher(wanted).matches() && !ids.contains(wanted) ? wanted : "ws_har" + (ids.size() + 1);
        ids.add(id);
        return id;
    }

    private void finish(String creator) throws SQLException {
        if (!inOrder) {
            writer.orderByTime();
        }
        List<Event> events = new HarEvents(connections).all();
        for (JsonNode event : EventPageJson.of(new EventPage(0, events, events.size())).events()) {
            writer.event(event);
        }
        EngineJson engine = HarEngine.of(creator, connections, frames);
        writer.meta("engine", Json.text(engine));
        StatusJson status = new StatusJson(engine.counters(), engine.serviceLevels(), List.of(), List.of());
        for (Event event : List.of(events.getFirst(), events.getLast())) {
            writer.status(event.at(), status);
        }
    }
}
