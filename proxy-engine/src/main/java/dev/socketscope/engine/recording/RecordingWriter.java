package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.keys.OwnerFile;
import dev.socketscope.engine.wire.ConnectionJson;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes one file of a recording. What is added is there for others after {@link #commit}. Belongs to one thread. */
final class RecordingWriter implements AutoCloseable {
    private static final int MOST_WAITING = 500;

    private final java.sql.Connection database;
    private final boolean secrets;
    private final PreparedStatement frames;
    private final PreparedStatement events;
    private final PreparedStatement samples;
    private final PreparedStatement newConnection;
    private final PreparedStatement connectionNow;
    private final Map<String, Integer> keys = new HashMap<>();
    private int waiting;

    private RecordingWriter(java.sql.Connection database, boolean secrets) throws SQLException {
        this.database = database;
        this.secrets = secrets;
        this.frames = database.prepareStatement("INSERT OR REPLACE INTO frame VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        this.events = database.prepareStatement("INSERT OR REPLACE INTO event VALUES(?, ?, ?, ?, ?)");
        this.samples = database.prepareStatement("INSERT OR REPLACE INTO rtt VALUES(?, ?, ?, ?, ?)");
        this.newConnection = database.prepareStatement("INSERT INTO connection(key, id) VALUES(?, ?)");
        this.connectionNow = database.prepareStatement(
                "UPDATE connection SET path = ?, opened_at = ?, closed_at = ?, close_code = ?, json = ? WHERE key = ?");
    }

    /**
     * Begins a file that only its owner can read.
     *
     * @param secrets whether handshakes are written with theirs
     * @throws java.nio.file.FileAlreadyExistsException when there is one; it is left as it is
     */
    static RecordingWriter create(Path file, EngineJson engine, boolean secrets) throws IOException, SQLException {
        OwnerFile.make(file, "");
        java.sql.Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            Schema.create(database);
            database.setAutoCommit(false);
            RecordingWriter writer = new RecordingWriter(database, secrets);
            writer.meta("engine", Json.text(engine));
            writer.meta("begun", Instant.now().toString());
            writer.commit();
            return writer;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    void meta(String key, String value) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT OR REPLACE INTO meta VALUES(?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, value);
            insert.executeUpdate();
        }
    }

    void frame(CapturedFrame frame, String connection) throws SQLException {
        frames.setLong(1, frame.seq());
        frames.setLong(2, frame.atMicros());
        frames.setInt(3, key(connection));
        frames.setInt(4, frame.bits());
        frames.setLong(5, frame.length());
        frames.setLong(6, frame.messageSeq());
        frames.setLong(7, frame.inProxyMicros());
        frames.setBytes(8, Arrays.copyOf(frame.payload(), frame.payloadLength()));
        frames.addBatch();
        if (++waiting >= MOST_WAITING) {
            frames.executeBatch();
            waiting = 0;
        }
    }

    /** Gives frames that were added in another order numbers in the order of their times; each has to be a message of its own. */
    void orderByTime() throws SQLException {
        commit();
        try (var statement = database.createStatement()) {
            statement.execute("CREATE TEMP TABLE place(was INTEGER PRIMARY KEY, seq INTEGER NOT NULL)");
            statement.execute(
                    "INSERT INTO place SELECT seq, row_number() OVER (ORDER BY at_micros, seq) - 1 FROM frame");
            // Below nothing first, so that no two frames ever have the same number.
            statement.execute("UPDATE frame SET seq = (SELECT -1 - place.seq FROM place WHERE was = frame.seq)");
            statement.execute("UPDATE frame SET seq = -1 - seq, message_seq = -1 - seq");
            statement.execute("DROP TABLE place");
        }
    }

    /** How a connection is now. */
    void connection(Connection connection) throws SQLException {
        connectionNow.setString(1, connection.path());
        connectionNow.setString(2, connection.openedAt().toString());
        connectionNow.setString(3, connection.closedAt() == null ? null : connection.closedAt().toString());
        setNumber(connectionNow, 4, connection.close() == null ? null : (long) connection.close().code());
        connectionNow.setString(5,
                Json.text(secrets ? ConnectionJson.whole(connection) : ConnectionJson.of(connection)));
        connectionNow.setInt(6, key(connection.id()));
        connectionNow.executeUpdate();
    }

    /** @param event as the control API writes it */
    void event(JsonNode event) throws SQLException {
        events.setLong(1, event.path("seq").asLong());
        events.setString(2, event.path("at").asString());
        events.setString(3, event.path("type").asString());
        events.setString(4, event.hasNonNull("connection") ? event.path("connection").asString() : null);
        events.setString(5, Json.text(event));
        events.addBatch();
    }

    /** @param number of the sample on its leg */
    void sample(String connection, Leg leg, long number, RttPage.Sample sample) throws SQLException {
        samples.setString(1, connection);
        samples.setString(2, Names.of(leg));
        samples.setLong(3, number);
        samples.setLong(4, sample.atMicros());
        setNumber(samples, 5, sample.answered() ? sample.micros() : null);
        samples.addBatch();
    }

    void status(Instant at, StatusJson status) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT OR REPLACE INTO status VALUES(?, ?)")) {
            insert.setLong(1, ChronoUnit.MICROS.between(Instant.EPOCH, at));
            insert.setString(2, Json.text(status));
            insert.executeUpdate();
        }
    }

    /** Makes everything added so far safe from the end of this process. */
    void commit() throws SQLException {
        frames.executeBatch();
        events.executeBatch();
        samples.executeBatch();
        waiting = 0;
        database.commit();
    }

    /** Bytes of the file. */
    long bytes() throws SQLException {
        return Schema.bytes(database);
    }

    private int key(String connection) throws SQLException {
        Integer known = keys.get(connection);
        if (known != null) {
            return known;
        }
        int key = keys.size() + 1;
        newConnection.setInt(1, key);
        newConnection.setString(2, connection);
        newConnection.executeUpdate();
        keys.put(connection, key);
        return key;
    }

    private static void setNumber(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, java.sql.Types.INTEGER);
        } else {
            statement.setLong(index, value);
        }
    }

    /** Leaves one file without a write-ahead log beside it. */
    @Override
    public void close() throws SQLException {
        try {
            commit();
            database.setAutoCommit(true);
            try (var statement = database.createStatement()) {
                statement.execute("PRAGMA journal_mode = DELETE");
            }
        } finally {
            database.close();
        }
    }
}
