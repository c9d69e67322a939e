package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The line of one connection. */
final class ConnectionRow implements Line {
    private final ObjectProperty<Content> content;
    // What every look at thousands of lines asks is kept at hand.
    private final String key;
    private final Instant openedAt;
    private boolean live;
    private LiveConnection now;
    private @Nullable Predicate<Connection> asked;
    private boolean answer;

    ConnectionRow(LiveConnection first) {
        now = first;
        key = first.id();
        live = first.connection().live();
        openedAt = first.connection().openedAt();
        content = new SimpleObjectProperty<>(new Content.One(first));
    }

    @Override
    public String key() {
        return key;
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

    boolean live() {
        return live;
    }

    Instant openedAt() {
        return openedAt;
    }

    void set(LiveConnection connection) {
        now = connection;
        live = connection.connection().live();
        content.set(new Content.One(connection));
        asked = null;
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
