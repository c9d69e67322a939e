package dev.socketscope.app.events;

import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.Event;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The events that a table shows, newest first. */
final class EventsModel {
    private final ObservableList<Event> rows = FXCollections.observableArrayList();
    private final Predicate<Event> worthTelling;
    private RecentEvents all = RecentEvents.NONE;
    private @Nullable EventKind kind;
    private Predicate<Event> whose = event -> true;

    /** @param worthTelling what it shows at most */
    EventsModel(Predicate<Event> worthTelling) {
        this.worthTelling = worthTelling;
    }

    ObservableList<Event> rows() {
        return rows;
    }

    void update(RecentEvents events) {
        if (events != all) {
            all = events;
            arrange();
        }
    }

    /** @param only null for every kind */
    void kind(@Nullable EventKind only) {
        kind = only;
        arrange();
    }

    /** @param connection id; null for every connection and for what concerns none */
    void connection(@Nullable String connection) {
        whose = connection == null ? event -> true : event -> connection.equals(event.connection());
        arrange();
    }

    private void arrange() {
        List<Event> wanted = all.events()
                .reversed()
                .stream()
                .filter(worthTelling)
                .filter(event -> (kind == null || EventKind.of(event) == kind) && whose.test(event))
                .toList();
        if (!wanted.equals(rows)) {
            rows.setAll(wanted);
        }
    }
}
