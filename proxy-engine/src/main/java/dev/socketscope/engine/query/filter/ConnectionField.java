package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.Connection;

/** What a term can ask of a connection. */
enum ConnectionField {
    PATH("path"), HOST("host"), ROUTE("route"), PROTOCOL("proto"), ID("conn"), STATE("state");

    private final String term;

    ConnectionField(String term) {
        this.term = term;
    }

    String term() {
        return term;
    }

    boolean matches(Connection connection, Wildcard value) {
        return switch (this) {
            case PATH -> value.isFoundIn(connection.path())
                    || connection.query() != null && value.isFoundIn(connection.path() + "?" + connection.query());
            case HOST -> value.isFoundIn(connection.host());
            case ROUTE -> value.isFoundIn(connection.route());
            case PROTOCOL -> connection.subprotocol() != null && value.isFoundIn(connection.subprotocol());
            case ID -> value.isAll(connection.id()) || value.isAll(withoutPrefix(connection.id()));
            case STATE -> value.isAll(connection.state().wireName());
        };
    }

    private static String withoutPrefix(String id) {
        return id.startsWith("ws_") ? id.substring(3) : id;
    }
}
