package dev.socketscope.app.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The connection that the window is about now, and those that were chosen together with it. They stay selected by id, whatever happens
 * to their rows. JavaFX thread only.
 */
public final class Selection {
    private final ObjectProperty<@Nullable String> id = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<@Nullable LiveConnection> connection = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<List<LiveConnection>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final Live live;
    private Set<String> together = Set.of();
    private boolean choosing;
    /** Where the selected connection stood last; of thousands it is found there, or a little before when older ones are gone. */
    private int place;

    public Selection(Live live) {
        this.live = live;
        id.subscribe(now -> alone(now));
        live.shown().subscribe(state -> refresh());
    }

    /** {@code ws_…}, or null when nothing is selected. Setting it selects this one alone. */
    public ObjectProperty<@Nullable String> id() {
        return id;
    }

    /** The selected connection as it is now; kept as it last was when the engine has forgotten it. */
    public ReadOnlyObjectProperty<@Nullable LiveConnection> connection() {
        return connection.getReadOnlyProperty();
    }

    /** All that are selected as they are now, {@link #connection()} among them. */
    public ReadOnlyObjectProperty<List<LiveConnection>> all() {
        return all.getReadOnlyProperty();
    }

    /**
     * Selects several.
     *
     * @param lead the one that the window is about
     * @param ids all of them
     */
    public void choose(String lead, Set<String> ids) {
        if (lead.equals(id.get()) && ids.equals(together)) {
            return;
        }
        choosing = true;
        together = Set.copyOf(ids);
        id.set(lead);
        choosing = false;
        refresh();
    }

    private void alone(@Nullable String now) {
        if (!choosing) {
            together = now == null ? Set.of() : Set.of(now);
            refresh();
        }
    }

    private void refresh() {
        String wanted = id.get();
        if (wanted == null) {
            all.set(List.of());
            connection.set(null);
            return;
        }
        Optional<LiveConnection> lead = find(wanted)
                .or(() -> Optional.ofNullable(connection.get()).filter(c -> c.id().equals(wanted)));
        all.set(together.size() > 1 ? live.shown().get().connections().stream().filter(this::isChosen).toList()
                : lead.map(List::of).orElse(List.of()));
        lead.ifPresentOrElse(connection::set, () -> connection.set(null));
    }

    private boolean isChosen(LiveConnection candidate) {
        return together.contains(candidate.id());
    }

    private Optional<LiveConnection> find(String wanted) {
        List<LiveConnection> connections = live.shown().get().connections();
        for (int i = 0; i < connections.size(); i++) {
            int at = Math.floorMod(place - i, connections.size());
            if (connections.get(at).id().equals(wanted)) {
                place = at;
                return Optional.of(connections.get(at));
            }
        }
        return Optional.empty();
    }
}
