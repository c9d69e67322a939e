package dev.socketscope.engine.recording;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a recording, version {@value #VERSION}; docs/recordings.md describes them for readers. */
final class Schema {
    /** In the file's header, so that {@code file} and others know it: "Sckt". */
    static final int APPLICATION = 0x53636B74;
    static final int VERSION = 1;

    private static final String[] TABLES = {
            "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE connection(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT, opened_at TEXT,"
                    + " closed_at TEXT, close_code INTEGER, json TEXT)",
            "CREATE TABLE frame(seq INTEGER PRIMARY KEY, at_micros INTEGER NOT NULL, connection INTEGER NOT NULL,"
                    + " bits INTEGER NOT NULL, length INTEGER NOT NULL, message_seq INTEGER NOT NULL,"
                    + " in_proxy_micros INTEGER NOT NULL, payload BLOB NOT NULL)",
            "CREATE TABLE event(seq INTEGER PRIMARY KEY, at TEXT NOT NULL, type TEXT NOT NULL, connection TEXT,"
                    + " json TEXT NOT NULL)",
            "CREATE TABLE rtt(connection TEXT NOT NULL, leg TEXT NOT NULL, number INTEGER NOT NULL,"
                    + " at_micros INTEGER NOT NULL, micros INTEGER, PRIMARY KEY(connection, leg, number)) WITHOUT ROWID",
            "CREATE TABLE status(at_micros INTEGER PRIMARY KEY, json TEXT NOT NULL)",
            "CREATE VIEW frames AS SELECT f.seq,"
                    + " strftime('%Y-%m-%dT%H:%M:%S', f.at_micros / 1000000, 'unixepoch')"
                    + " || printf('.%06dZ', f.at_micros % 1000000) AS at, c.id AS connection, c.path,"
                    + " CASE f.bits >> 8 & 1 WHEN 0 THEN 'to-upstream' ELSE 'to-client' END AS direction,"
                    + " CASE f.bits & 15 WHEN 0 THEN 'continuation' WHEN 1 THEN 'text' WHEN 2 THEN 'binary'"
                    + " WHEN 8 THEN 'close' WHEN 9 THEN 'ping' WHEN 10 THEN 'pong' ELSE 'reserved' END AS opcode,"
                    + " f.bits >> 7 & 1 AS fin, f.bits >> 6 & 1 AS compressed, f.bits >> 16 & 1 AS injected,"
                    + " f.bits >> 17 & 1 AS held, f.bits >> 18 & 1 AS truncated, f.bits >> 19 & 1 AS inflated,"
                    + " f.length, f.message_seq, nullif(f.in_proxy_micros, -1) AS in_proxy_micros,"
                    + " CASE WHEN f.bits & 15 = 1 AND (f.bits & 64 = 0 OR f.bits >> 19 & 1)"
                    + " THEN CAST(f.payload AS TEXT) END AS text, f.payload"
                    + " FROM frame f JOIN connection c ON c.key = f.connection"};

    private Schema() {}

    /** Makes the tables in an empty file that is written with a write-ahead log, and so survives the end of its writer. */
    static void create(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + VERSION);
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    /** @throws SQLException when it is no recording, or one of a later version; the message is for people */
    static void check(Connection database) throws SQLException {
        int application = pragma(database, "application_id");
        if (application != APPLICATION) {
            throw new SQLException("it is a SQLite file, but not a recording of Socketscope");
        }
        int version = pragma(database, "user_version");
        if (version != VERSION) {
            throw new SQLException(
                    "it is a recording of version " + version + ", this program reads version " + VERSION);
        }
    }

    /** Whole pages of the file, in bytes, without its write-ahead log. */
    static long bytes(Connection database) throws SQLException {
        return (long) pragma(database, "page_count") * pragma(database, "page_size");
    }

    private static int pragma(Connection database, String name) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
