package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The line of one connection. */
final class ConnectionRow implements Line {
    private final ObjectProperty<Content> content;
    private LiveConnection now;
    private @Nullable Predicate<Connection> asked;
    private boolean answer;

    ConnectionRow(LiveConnection first) {
        now = first;
        content = new SimpleObjectProperty<>(new Content.One(first));
    }

    @Override
    public String key() {
        return get().id();
    }

    @Override
    public ObservableValue<Content> content() {
        return content;
    }

    @Override
    public Stream<String> connections() {
        return Stream.of(key());
    }

    LiveConnection get() {
        return now;
    }

    void set(LiveConnection connection) {
        if (now != connection) {
            now = connection;
            content.set(new Content.One(connection));
            asked = null;
        }
    }

    /** Asks again only when the connection or the filter has changed. */
    boolean matches(Predicate<Connection> filter) {
        if (asked != filter) {
            asked = filter;
            answer = filter.test(now.connection());
        }
        return answer;
    }
}
