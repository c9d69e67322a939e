package dev.socketscope.app.live;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The connection that the window is about now. It stays selected by id, whatever happens to its row. JavaFX thread only. */
public final class Selection {
    private final ObjectProperty<@Nullable String> id = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<@Nullable LiveConnection> connection = new ReadOnlyObjectWrapper<>(null);
    private final Live live;

    public Selection(Live live) {
        this.live = live;
        id.subscribe(now -> refresh());
        live.shown().subscribe(state -> refresh());
    }

    /** {@code ws_…}, or null when nothing is selected. */
    public ObjectProperty<@Nullable String> id() {
        return id;
    }

    /** The selected connection as it is now; kept as it last was when the engine has forgotten it. */
    public ReadOnlyObjectProperty<@Nullable LiveConnection> connection() {
        return connection.getReadOnlyProperty();
    }

    private void refresh() {
        String wanted = id.get();
        if (wanted == null) {
            connection.set(null);
            return;
        }
        find(wanted).or(() -> Optional.ofNullable(connection.get()).filter(c -> c.id().equals(wanted)))
                .ifPresentOrElse(connection::set, () -> connection.set(null));
    }

    private Optional<LiveConnection> find(String wanted) {
        return live.shown().get().connections().stream().filter(c -> c.id().equals(wanted)).findFirst();
    }
}
