package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The place of one connection in the table; it stays the same object while the connection changes. */
final class ConnectionRow {
    private final ObjectProperty<LiveConnection> now;
    private @Nullable Predicate<Connection> asked;
    private boolean answer;

    ConnectionRow(LiveConnection first) {
        now = new SimpleObjectProperty<>(first);
    }

    String id() {
        return now.get().id();
    }

    LiveConnection get() {
        return now.get();
    }

    ObservableValue<LiveConnection> now() {
        return now;
    }

    void set(LiveConnection connection) {
        if (now.get() != connection) {
            now.set(connection);
            asked = null;
        }
    }

    /** Asks again only when the connection or the filter has changed. */
    boolean matches(Predicate<Connection> filter) {
        if (asked != filter) {
            asked = filter;
            answer = filter.test(now.get().connection());
        }
        return answer;
    }
}
